import type { PercentilePlot, PercentilePoint } from '../../../models/results/series.ts';
import { sayNumber } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { percentileName } from '../../format/percentile-name.ts';
import { shorten } from '../../format/shorten.ts';

/** Up to this ratio of response to service time the difference does not matter. */
const SAME = 1.1;
/** Differences up to here are within the resolution of the generator's clock. Milliseconds. */
const UNNOTICED = 5;
/** Percentiles that people use; the plot may end between them. */
const NAMED = [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999];

/** Whether requests waited before they were sent, at the largest usual percentile with enough samples, as one sentence without its full stop. */
export function percentileFinding(plots: readonly PercentilePlot[]): string {
  const tails = plots.flatMap((plot) => {
    const quantile = NAMED.filter((one) => one <= (plot.response.at(-1)?.quantile ?? 0) + 1e-9).at(-1);
    if (quantile === undefined) return [];
    const [service, response] = [at(plot.service, quantile), at(plot.response, quantile)];
    return service && response && service.ms > 0
      ? [{ title: plot.title, quantile, service, response, ratio: response.ms / service.ms }]
      : [];
  });
  const felt = tails.filter(({ service, response }) => response.ms - service.ms > UNNOTICED).sort((a, b) => b.ratio - a.ratio)[0];
  if (tails.length === 0) return 'Too few requests were answered in the judged phases for a percentile';
  if (felt === undefined || felt.ratio <= SAME) return 'Response and service time agree: requests hardly waited before they were sent';
  const numbers = `${sayTime(felt.response.ms)} against ${sayTime(felt.service.ms)}`;
  return `${shorten(felt.title, 48)}: response time was ${sayNumber(felt.ratio)} times the service time at ${percentileName(felt.quantile)} (${numbers})`;
}

/** The point nearest to a quantile. */
const at = (points: readonly PercentilePoint[], quantile: number): PercentilePoint | undefined =>
  [...points].sort((a, b) => Math.abs(a.quantile - quantile) - Math.abs(b.quantile - quantile))[0];
