import { expect, it } from 'vitest';
import { owa } from '../../../../scripts/bench/forecast/owa.ts';

it('gives the seasonal naive of M4 hourly its published OWA of 0.628 (13.912 and 1.193 against 18.383 and 2.395)', () =>
  expect(owa({ smape: 13.912, mase: 1.193 }, { smape: 18.383, mase: 2.395 })).toBeCloseTo(0.628, 2));
