import { meanAbsoluteError } from '../../../models/demand/metrics/mean-absolute-error.ts';
import { smape } from '../../../models/demand/metrics/smape.ts';

/** What one method said of one window. */
export interface Said {
  readonly path: ArrayLike<number>;
  /** 95 % interval, where the method has one. */
  readonly low?: ArrayLike<number>;
  readonly high?: ArrayLike<number>;
  readonly peak?: { readonly p50: number; readonly p90: number };
}

/** Figures of one method in one window. */
export interface Score {
  readonly mase: number;
  readonly smape: number;
  readonly inside: number;
  readonly peakBias: number;
  /** 1 when the highest value is at or below P50; NaN without a distribution. */
  readonly belowMedian: number;
  readonly peakCovered: number;
  readonly overshoot: number;
  /** sMAPE and bias on chosen periods; NaN when there are none. */
  readonly chosenSmape: number;
  readonly chosenBias: number;
}

/**
 * @param chosen periods of the window that are judged by themselves, such as the days around Seollal and Chuseok
 */
export function score(said: Said, actual: Float64Array, scale: number, chosen: readonly number[]): Score {
  const known = [...actual.keys()].filter((k) => Number.isFinite(actual[k]));
  const highest = Math.max(...known.map((k) => actual[k]!));
  const { low, high, peak } = said;
  const inside = known.filter((k) => actual[k]! >= (low?.[k] ?? 0) && actual[k]! <= (high?.[k] ?? 0)).length / known.length;
  const point = Math.max(...known.map((k) => said.path[k]!));
  const pick = (from: ArrayLike<number>): number[] => chosen.map((k) => from[k]!);
  const bias = chosen.map((k) => said.path[k]! / actual[k]! - 1);
  return {
    mase: meanAbsoluteError(said.path, actual) / scale,
    smape: smape(said.path, actual),
    inside: low === undefined ? Number.NaN : inside,
    peakBias: (peak?.p50 ?? point) / highest - 1,
    belowMedian: peak === undefined ? Number.NaN : Number(highest <= peak.p50),
    peakCovered: peak === undefined ? Number.NaN : Number(highest <= peak.p90),
    overshoot: peak === undefined ? Number.NaN : peak.p90 / highest - 1,
    chosenSmape: smape(pick(said.path), pick(actual)),
    chosenBias: bias.length === 0 ? Number.NaN : bias.reduce((sum, value) => sum + value, 0) / bias.length,
  };
}

/** Mean of what is known. */
export function meanOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
