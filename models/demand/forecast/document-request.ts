import type { ForecastOptions } from './forecast-series.ts';

/** What a forecast is asked for, beside how to make it. */
export interface DocumentRequest extends Omit<ForecastOptions, 'horizon'> {
  readonly name: string;
  readonly unit: string;
  /** Days or hours ahead; hours of a daily series are not possible. */
  readonly horizon: { readonly count: number; readonly step: 'day' | 'hour' };
  /** What an hourly series becomes when days are forecast: their totals or their highest hours. */
  readonly daily: 'sum' | 'max';
  /** Variance-to-mean ratio of arrivals in a second, and whether it was measured. */
  readonly burst: { readonly varianceToMean: number; readonly kind: 'measured' | 'assumed' };
  readonly backtestOrigins: number;
}
