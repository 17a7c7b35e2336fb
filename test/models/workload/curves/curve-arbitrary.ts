import fc from 'fast-check';
import type { CurveSpec } from '../../../../models/workload/arrivals/curve-spec.ts';

const rate = fc.double({ min: 0, max: 1_000, noNaN: true });
const positiveRate = fc.double({ min: 0.01, max: 1_000, noNaN: true });
const time = fc.double({ min: 0, max: 200, noNaN: true });
const duration = fc.double({ min: 0.5, max: 200, noNaN: true });

const piecewise = fc.tuple(time, fc.array(fc.tuple(duration, rate), { minLength: 1, maxLength: 6 })).map(([start, steps]): CurveSpec => {
  let at = start;
  const points = steps.map(([length, height], i): [number, number] => {
    at += i === 0 ? 0 : length;
    return [at, height];
  });
  return { shape: 'piecewise', points };
});

const simpleCurve: fc.Arbitrary<CurveSpec> = fc.oneof(
  fc.record({ shape: fc.constant('constant' as const), rate }),
  fc
    .record({ from: rate, to: rate, start: time, length: duration })
    .map(({ from, to, start, length }): CurveSpec => ({ shape: 'ramp', from, to, start, end: start + length })),
  fc.record({ shape: fc.constant('step-decay' as const), at: time, peak: rate, hold: time, halfLife: duration }),
  fc
    .record({ from: positiveRate, to: positiveRate, start: time, length: duration })
    .map(({ from, to, start, length }): CurveSpec => ({ shape: 'deadline', from, to, start, deadline: start + length })),
  fc.record({
    shape: fc.constant('diurnal' as const),
    mean: rate,
    amplitude: fc.double({ min: 0, max: 1, noNaN: true }),
    period: fc.double({ min: 20, max: 400, noNaN: true }),
    peakAt: time,
  }),
  piecewise,
);

/** Any sound curve, sums, sequences and scaled ones included. Rates up to 1,000/s a part, times up to some 20 minutes. */
export const anyCurve: fc.Arbitrary<CurveSpec> = fc.oneof(
  { weight: 4, arbitrary: simpleCurve },
  { weight: 1, arbitrary: fc.array(simpleCurve, { minLength: 1, maxLength: 3 }).map((of): CurveSpec => ({ shape: 'sum', of })) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.record({ seconds: duration, curve: simpleCurve }), { minLength: 1, maxLength: 4 })
      .map((of): CurveSpec => ({ shape: 'sequence', of })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.double({ min: 0, max: 3, noNaN: true }), simpleCurve)
      .map(([by, curve]): CurveSpec => ({ shape: 'scaled', by, curve })),
  },
);

/** Times to integrate between, up to 1,500 s: corners, jumps, and so many more that nothing in between bends much. */
export function cornersOf(spec: CurveSpec): number[] {
  switch (spec.shape) {
    case 'constant':
      return [];
    case 'diurnal':
      return Array.from({ length: Math.ceil(1_500 / spec.period) }, (_, i) => i * spec.period);
    case 'ramp':
      return [spec.start, spec.end];
    case 'step-decay':
      return [spec.at, ...[0, 8, 16, 32, 64, 128].map((halves) => spec.at + spec.hold + halves * spec.halfLife)];
    case 'deadline':
      return [spec.start, spec.deadline];
    case 'piecewise':
      return spec.points.map(([at]) => at);
    case 'sum':
      return spec.of.flatMap(cornersOf);
    case 'sequence': {
      let start = 0;
      return spec.of.flatMap(({ seconds, curve }) => {
        const begins = start;
        start += seconds;
        return [begins, ...cornersOf(curve).map((time) => begins + time)];
      });
    }
    case 'scaled':
      return cornersOf(spec.curve);
  }
}
