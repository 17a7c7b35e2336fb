import type { ReportSeries } from '../../../models/results/series.ts';
import type { Phase } from '../../charts/figure.ts';

/** Phases of a run for the time axis; those that are not judged are shaded and say so. */
export function phasesOf(series: ReportSeries): Phase[] {
  return series.phases.map(({ name, from, to, judged }) => ({ name: judged ? name : `${name} (not judged)`, from, to, shaded: !judged }));
}
