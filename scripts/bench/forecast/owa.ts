/** Mean sMAPE and MASE of a method over many series. */
export interface Accuracy {
  readonly smape: number;
  readonly mase: number;
}

/**
 * Overall weighted average of the M4 competition: 1 is as good as the reference, below is better.
 *
 *   OWA = (sMAPE/sMAPE_ref + MASE/MASE_ref) / 2
 *
 * Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, The M4 Competition, Int. J. of Forecasting 36 (2020). The reference of the competition
 * is Naive 2: 18.383 and 2.395 on its hourly series.
 * @example owa({ smape: 13.912, mase: 1.193 }, { smape: 18.383, mase: 2.395 }) // => 0.627
 */
export function owa(method: Accuracy, reference: Accuracy): number {
  return (method.smape / reference.smape + method.mase / reference.mase) / 2;
}
