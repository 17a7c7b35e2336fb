import type { ArrivalCurve } from '../arrival-curve.ts';
import type { CurveSpec } from '../curve-spec.ts';
import { constant } from './constant.ts';
import { deadline } from './deadline.ts';
import { diurnal } from './diurnal.ts';
import { piecewise } from './piecewise.ts';
import { ramp } from './ramp.ts';
import { scaled } from './scaled.ts';
import { sequence } from './sequence.ts';
import { stepDecay } from './step-decay.ts';
import { sum } from './sum.ts';

/**
 * The functions behind a curve that is written down as data. Expects a specification without problems (see `curveProblems`).
 *
 * @example arrivalCurve({ shape: 'scaled', by: 2, curve: { shape: 'constant', rate: 3 } }).rateAt(0) // => 6
 */
export function arrivalCurve(spec: CurveSpec): ArrivalCurve {
  switch (spec.shape) {
    case 'constant':
      return constant(spec);
    case 'ramp':
      return ramp(spec);
    case 'step-decay':
      return stepDecay(spec);
    case 'deadline':
      return deadline(spec);
    case 'diurnal':
      return diurnal(spec);
    case 'piecewise':
      return piecewise(spec);
    case 'sum':
      return sum(spec.of.map(arrivalCurve));
    case 'sequence':
      return sequence(spec.of.map(({ seconds, curve }) => ({ seconds, curve: arrivalCurve(curve) })));
    case 'scaled':
      return scaled(spec.by, arrivalCurve(spec.curve));
  }
}
