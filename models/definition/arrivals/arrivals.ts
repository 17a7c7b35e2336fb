import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import type { Problem } from '../../workload/checks/problem.ts';

/** Arrivals over some time, as a surge file describes them; `arrivals: [a, b]` puts one after the other. */
export interface ArrivalPart {
  /** Seconds it lasts. */
  readonly seconds: number;
  readonly curve: CurveSpec;
  /** What was wrong with the values given, by name of the argument; reported with all other problems of the file. */
  readonly problems?: readonly Problem[];
}

/** Arrivals that a forecast file says; stands alone in `arrivals`. */
export interface ForecastArrivals {
  readonly forecast: string;
  readonly quantile: string;
  readonly event: string | null;
  readonly scale: number | null;
}

export type Arrivals = readonly [ForecastArrivals] | readonly ArrivalPart[];
