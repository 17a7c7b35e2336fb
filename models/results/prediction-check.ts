import type { PeakQuantiles } from './forecast.ts';
import type { Interval } from './verdict.ts';

/** What a recorded forecast said about the peak of a window. */
export interface PredictionClaim {
  readonly series: string;
  readonly unit: string;
  readonly asOf: string;
  readonly window: { readonly from: string; readonly to: string };
  /** What hours were made into days by. */
  readonly daily: 'sum' | 'max';
  readonly quantiles: PeakQuantiles;
}

/** Why a claim cannot be judged by a file. */
export type Unjudged = 'needs-hours' | 'before-the-file' | 'not-over' | 'gaps';

/** How often the truth was at or below a quantile, against how often it should have been. */
export interface HitRate {
  readonly level: number;
  readonly hits: number;
  readonly claims: number;
  /** 95 % interval of the share. */
  readonly interval: Interval;
  /** `low`: the truth was above too often, the interval excludes the level; `high`: too cautious; `fine`: nothing speaks against it. */
  readonly judgement: 'low' | 'high' | 'fine';
}

/** What claims of the past mean for the next ones. */
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
