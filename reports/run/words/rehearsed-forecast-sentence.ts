import type { RehearsedForecast } from '../../../models/results/rehearsed-forecast.ts';
import { duration } from '../../format/duration.ts';
import { threeDigits } from '../../format/number.ts';

/** Which forecast a run staged, and how much of it. */
export function forecastSentence({ event, series, quantile, asOf, scale, compression, forecast, staged }: RehearsedForecast): string {
  const speed = compression > 1.005 ? `${threeDigits(compression)} times as fast` : 'at its own speed';
  return `${event ?? series} at ${quantile.toUpperCase()}, as of ${asOf}: ${threeDigits(forecast.peakRate)} arrivals/s at the peak, ${threeDigits(forecast.people)} people in ${duration(forecast.seconds * 1000)}; staged ${threeDigits(scale * 100)} % of the rates, ${speed}: ${threeDigits(staged.peakRate)} arrivals/s, ${threeDigits(staged.people)} people`;
}
