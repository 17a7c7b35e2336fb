import { STATUS_CLASSES, type StatusClass, type StatusSeries } from '../../results/series.ts';
import type { FoldedRun } from '../folded-run.ts';
import { attemptsPerSecond } from '../judged-samples.ts';
import { binMeans, binStarts, binWidth } from './bins.ts';

const MOST_BINS = 200;

/** Answers by class of status and requests without an answer, per second. */
export function statusSeries(folded: FoldedRun): StatusSeries {
  const { seconds, statuses, samples } = folded;
  const width = binWidth(seconds, MOST_BINS);
  const x = binStarts(seconds, width);
  const silent = samples.filter(({ outcome }) => outcome === 'timeout' || outcome === 'unreachable');
  const counts = (name: StatusClass): Float64Array =>
    name === 'no answer'
      ? attemptsPerSecond(silent, seconds)
      : sumOf(
          statuses.filter(({ status }) => classOf(status) === name).map(({ perSecond }) => perSecond),
          seconds,
        );
  const classes = STATUS_CLASSES.map((name) => {
    const perSecond = counts(name);
    return { name, total: perSecond.reduce((sum, count) => sum + count, 0), line: { x, y: binMeans(perSecond, width) } };
  });
  return { binSeconds: width, classes: classes.filter(({ total }) => total > 0) };
}

/** Informational answers never reach a client on their own; they would stand with what succeeded. */
const classOf = (status: number): StatusClass => (status >= 500 ? '5xx' : status >= 400 ? '4xx' : status >= 300 ? '3xx' : '2xx');

function sumOf(columns: readonly Float64Array[], seconds: number): Float64Array {
  return Float64Array.from({ length: seconds }, (_, second) => columns.reduce((sum, column) => sum + column[second]!, 0));
}
