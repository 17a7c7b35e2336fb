import { lognormalPeak } from '../../models/sizing/peak-distribution.ts';
import type { ForecastDemand } from './forecast-demand.ts';
import type { SizeCall } from './options.ts';

/** A peak that a person gives, lognormal about its mean. */
export function demandByHand(peak: SizeCall['peak'], unit = 'requests'): ForecastDemand {
  const { mean, sd } = peak as { mean: number; sd: number };
  const spread = sd === 0 ? ', taken as certain' : ` with a standard deviation of ${Number((100 * sd).toPrecision(3))} %, lognormal`;
  const ground = `given: ${mean.toLocaleString('en')}/s${spread}`;
  const warnings = sd === 0 ? ['the peak is treated as certain; give --sd 10% when it may be off by 10 %'] : [];
  return {
    hours: null,
    timeZone: 'Asia/Seoul',
    unit,
    where: '--unit',
    units: null,
    perUnit: 1,
    peak: lognormalPeak(mean, sd),
    ground,
    demand: [],
    warnings,
  };
}
