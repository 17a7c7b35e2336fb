import type { PercentilePlot } from '../../../models/results/series.ts';
import { duration } from '../../format/duration.ts';
import { threeDigits } from '../../format/number.ts';
import { percentileName } from '../../format/percentile-name.ts';
import { journeyName } from '../words/journey-name.ts';

/** Up to this ratio of response to service time nobody would notice the difference. */
const SAME = 1.1;

/** Whether users felt what the service measured, at the largest percentile with enough samples, as one sentence without its full stop. */
export function percentileFinding(plots: readonly PercentilePlot[]): string {
  const tails = plots.flatMap((plot) => {
    const [service, response] = [plot.service.at(-1), plot.response.at(-1)];
    return service && response && service.ms > 0 ? [{ journey: plot.journey, service, response, ratio: response.ms / service.ms }] : [];
  });
  const widest = tails.sort((a, b) => b.ratio - a.ratio)[0];
  if (!widest) return 'Too few requests were answered in the judged phases for a percentile';
  const percentile = percentileName(widest.response.quantile);
  if (widest.ratio <= SAME)
    return `Users felt what the service took: at ${percentile} response and service time differ by less than a tenth`;
  const numbers = `${duration(widest.response.ms)} felt, ${duration(widest.service.ms)} in service`;
  return `In ${journeyName(widest.journey)} users felt ${threeDigits(widest.ratio)} times the service time at ${percentile} (${numbers})`;
}
