import type { ForecastOptions } from '../forecast/forecast-series.ts';

/** Request for a forecast document: the options of the forecast, and what the document adds. */
export interface DocumentRequest extends Omit<ForecastOptions, 'horizon'> {
  readonly name: string;
  readonly unit: string;
  /** Days or hours ahead; hours of a daily series are not possible. */
  readonly horizon: { readonly count: number; readonly step: 'day' | 'hour' };
  /** Value of a day of an hourly series: the total of its hours, or its highest hour. */
  readonly daily: 'sum' | 'max';
  /** Variance-to-mean ratio of arrivals in a second, and whether it was measured. */
  readonly burst: { readonly varianceToMean: number; readonly kind: 'measured' | 'assumed' };
  /** The series is a rate, whose values are no counts of an hour. */
  readonly isRate?: boolean;
  readonly backtestOrigins: number;
}
