import type { ForecastArrivals } from './arrivals.ts';

/**
 * The arrivals of a forecast file at a quantile, `'P95'` for instance. `event` names one of several events in it; `scale` is a factor
 * on its rates.
 */
export function forecast(
  file: string,
  quantile: string,
  options: { readonly event?: string; readonly scale?: number } = {},
): ForecastArrivals {
  return { forecast: file, quantile, event: options.event ?? null, scale: options.scale ?? null };
}
