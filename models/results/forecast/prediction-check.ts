import type { Interval } from '../verdict.ts';
import type { PeakQuantiles } from './peak-quantiles.ts';

/** Quantiles that a recorded forecast stated for the peak of a window. */
export interface PredictionClaim {
  readonly series: string;
  readonly unit: string;
  readonly asOf: string;
  readonly window: { readonly from: string; readonly to: string };
  /** Value of a day of an hourly series: the total of its hours, or its highest hour. */
  readonly daily: 'sum' | 'max';
  readonly quantiles: PeakQuantiles;
}

/** Reason why a claim cannot be checked against a file. */
export type Unjudged = 'needs-hours' | 'before-the-file' | 'not-over' | 'gaps';

/** Observed share of actual peaks at or below a quantile, beside the nominal share. */
export interface HitRate {
  readonly level: number;
  readonly hits: number;
  readonly claims: number;
  /** 95 % interval of the share. */
  readonly interval: Interval;
  /**
   * `low`: actual peaks were above the quantile too often (the interval excludes the nominal share); `high`: too rarely; `fine`: consistent
   * with it.
   */
  readonly judgement: 'low' | 'high' | 'fine';
}

/** Advice for the next claims, from past ones. */
export interface CheckAdvice {
  /** `widen`: peaks came above the upper quantiles too often; `narrow`: too rarely; `shift`: only the middle is off; `unknown`: nothing is over yet. */
  readonly what: 'widen' | 'narrow' | 'shift' | 'keep' | 'unknown';
  /** Factor on the distance from P50 to P90 (logarithms) with which nine of ten peaks would have held; null with fewer than ten. */
  readonly factor: number | null;
}

/** `prediction-check.json`: which claims of a ledger held. */
export interface PredictionCheck {
  readonly schema: 'surgeproof/prediction-check';
  readonly version: 1;
  /** The series of the file that judges. */
  readonly series: string;
  readonly claims: readonly (PredictionClaim & { readonly actual: number | null; readonly because: Unjudged | null })[];
  readonly rates: readonly HitRate[];
  readonly advice: CheckAdvice;
  readonly warnings: readonly string[];
}
