import type { RunFile } from '../../../../models/results/run.ts';
import type { ReportSeries } from '../../../../models/results/series.ts';
import { plural } from '../../../../models/words/count.ts';
import { sayShare } from '../../../../models/words/share.ts';
import { bytesText } from '../../../format/bytes.ts';

/** Statuses and bytes, as one sentence without its full stop. */
export function trafficFinding(run: Pick<RunFile, 'bytes'>, { statuses }: Pick<ReportSeries, 'statuses'>): string {
  const total = statuses.classes.reduce((sum, one) => sum + one.total, 0);
  if (total === 0) return 'No answer was recorded';
  const most = statuses.classes.reduce((best, one) => (one.total > best.total ? one : best));
  const what = most.name === 'no answer' ? 'had no answer' : `were answered with ${most.name}`;
  const bytes = run.bytes === null ? '' : `; ${bytesText(run.bytes.received)} received, ${bytesText(run.bytes.sent)} sent`;
  return `${sayShare(most.total / total)} of ${plural(total, 'request', 'requests')} ${what}${bytes}`;
}
