import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';

/**
 * The same rates in less time: a curve that begins at second 0 begins at `start` and runs `by` times as fast. What a curve has before its first time goes
 * on until then.
 *
 * @example compressedCurve({ shape: 'step-decay', at: 0, peak: 5, hold: 60, halfLife: 120 }, 10, 60) // => { shape: 'step-decay', at: 10, peak: 5, hold: 1, halfLife: 2 }
 */
export function compressedCurve(spec: CurveSpec, start: number, by: number): CurveSpec {
  const at = (time: number): number => start + time / by;
  switch (spec.shape) {
    case 'constant':
      return spec;
    case 'ramp':
      return { ...spec, start: at(spec.start), end: at(spec.end) };
    case 'step-decay':
      return { ...spec, at: at(spec.at), hold: spec.hold / by, halfLife: spec.halfLife / by };
    case 'deadline':
      return { ...spec, start: at(spec.start), deadline: at(spec.deadline) };
    case 'diurnal':
      return { ...spec, period: spec.period / by, peakAt: at(spec.peakAt) };
    case 'piecewise':
      return { ...spec, points: spec.points.map(([time, rate]) => [at(time), rate] as const) };
    case 'sum':
      return { ...spec, of: spec.of.map((part) => compressedCurve(part, start, by)) };
    case 'sequence':
      return {
        ...spec,
        of: spec.of.map(({ seconds, curve }, index) => {
          const before = index === 0 ? start : 0;
          return { seconds: before + seconds / by, curve: compressedCurve(curve, before, by) };
        }),
      };
    case 'scaled':
      return { ...spec, curve: compressedCurve(spec.curve, start, by) };
  }
}
