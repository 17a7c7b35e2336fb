import type { RehearsedForecast } from '../../../models/results/rehearsed-forecast.ts';
import { sayCount, sayNumber } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';

/** Which forecast a run staged, and how much of it; a sentence without its full stop. */
export function forecastSentence({ event, series, quantile, asOf, scale, compression, forecast, staged }: RehearsedForecast): string {
  const speed = compression > 1.005 ? `${sayNumber(compression)} times as fast` : 'at its own speed';
  const said = `${sayNumber(forecast.peakRate)} arrivals/s at the peak, ${sayCount(forecast.people)} people in ${sayTime(forecast.seconds * 1000)}`;
  const sent = `${sayNumber(staged.peakRate)} arrivals/s, ${sayCount(staged.people)} people`;
  return `${event ?? series} at ${quantile.toUpperCase()}, as of ${asOf}: ${said}; sent ${sayShare(scale)} of the rates, ${speed}: ${sent}`;
}
