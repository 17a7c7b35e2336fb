import { expect, it } from 'vitest';
import { diurnal } from '../../../../../models/workload/arrivals/curves/diurnal.ts';

const curve = diurnal({ mean: 10, amplitude: 0.5, period: 86_400, peakAt: 43_200 });

it('is highest at its peak and lowest half a period away', () => {
  expect(curve.rateAt(43_200)).toBeCloseTo(15, 12); // mean · (1 + amplitude)
  expect(curve.rateAt(0)).toBeCloseTo(5, 12); // mean · (1 − amplitude)
});

it('brings the mean over a whole period, wherever the peak lies', () => {
  expect(curve.arrivalsUntil(86_400)).toBeCloseTo(864_000, 6); // a cosine integrates to 0 over its period
});
