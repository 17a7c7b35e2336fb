import type { LatencySummary, RunFile, StepSummary } from '../../../models/results/run.ts';
import { type CriterionResult, type Verdict, type VerdictFile, WORST_FIRST } from '../../../models/results/verdict.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import { paint } from '../paint.ts';
import { cut } from '../panel-words.ts';
import { plain } from '../plain.ts';
import { VERDICT_COLOURS, VERDICT_MARKS } from './verdict-marks.ts';

const MOST_ROWS = 14;
const LONGEST_NAME = { wide: 20, narrow: 14 };
/** Below this width only p95 and its limit are shown of the latency. */
const WIDE = 72;

type Percentile = 'p50' | 'p95' | 'p99';

interface Row {
  readonly name: string;
  readonly attempts: number;
  readonly latency: (percentile: Percentile) => number | null;
  readonly limit: number | null;
  readonly errors: number | null;
  /** The worst verdict on the step; null when nothing was judged, or nothing but what is advisory. */
  readonly verdict: Verdict | null;
}

/** Every step with its latency and errors against its budget, those that failed first. Judged values where there are any, else of the whole run. */
export function stepTable({ steps }: RunFile, { criteria }: VerdictFile, width: number, colour: boolean): string[] {
  const rows = [...namesOf(steps, criteria)].map((name) => rowOf(name, steps, criteria)).sort((a, b) => severity(a) - severity(b));
  if (rows.length === 0) return [];
  const unreached = rows.filter(({ attempts }) => attempts === 0);
  const listed = unreached.length > 1 ? rows.filter(({ attempts }) => attempts > 0) : rows;
  const shown = listed.slice(0, MOST_ROWS);
  const wide = width >= WIDE;
  const cells = [headOf(wide), ...shown.map((row) => cellsOf(row, wide))];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) =>
    cut(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '), width - 2),
  );
  return [
    paint(`  ${lines[0]!}`, 'grey', colour),
    ...shown.map(({ verdict }, i) =>
      paint(
        `${verdict === null ? ' ' : VERDICT_MARKS[verdict]} ${lines[i + 1]!}`,
        verdict === null ? 'grey' : VERDICT_COLOURS[verdict],
        colour,
      ),
    ),
    ...(listed.length > shown.length ? [`  and ${listed.length - shown.length} more in the report`] : []),
    ...(listed.length < rows.length ? [unreachedLine(unreached, width, colour)] : []),
  ];
}

/** Steps that no one reached have nothing to show, so that one line is enough. */
function unreachedLine(rows: readonly Row[], width: number, colour: boolean): string {
  const names = rows.map(({ name }) => plain(name)).join(', ');
  return paint(cut(`  ${rows.length} steps were not reached: ${names}`, width), 'grey', colour);
}

/** Steps that were made, and steps that were asked for and never made. */
function namesOf(steps: readonly StepSummary[], criteria: readonly CriterionResult[]): Set<string> {
  return new Set([...steps.map(({ step }) => step), ...criteria.filter(isOfStep).map(({ subject }) => subject)]);
}

const isOfStep = ({ kind }: CriterionResult): boolean => kind === 'latency' || kind === 'errors';

function rowOf(name: string, steps: readonly StepSummary[], criteria: readonly CriterionResult[]): Row {
  const summary = steps.find(({ step }) => step === name);
  const own = criteria.filter((one) => isOfStep(one) && one.subject === name);
  const of = (statistic: string): CriterionResult | undefined => own.find((one) => one.statistic === statistic);
  const deciding = own.filter((one) => one.advisory !== true || one.verdict === 'FAIL');
  return {
    name,
    attempts: of('errorShare')?.samples ?? summary?.attempts ?? 0,
    latency: (percentile) => (of(percentile) ?? { value: percentileOf(summary?.response, percentile) }).value,
    limit: of('p95')?.limit ?? null,
    errors: of('errorShare')?.value ?? errorShareOf(summary),
    verdict: WORST_FIRST.find((verdict) => deciding.some((one) => one.verdict === verdict)) ?? null,
  };
}

const percentileOf = (latency: LatencySummary | undefined, percentile: Percentile): number | null => latency?.[percentile] ?? null;

function errorShareOf(summary: StepSummary | undefined): number | null {
  if (summary === undefined || summary.attempts === 0) return null;
  return 1 - (summary.outcomes.ok ?? 0) / summary.attempts;
}

const severity = ({ verdict }: Row): number => (verdict === null ? WORST_FIRST.length : WORST_FIRST.indexOf(verdict));

const headOf = (wide: boolean): string[] =>
  wide ? ['step', 'count', 'p50', 'p95', 'p95 limit', 'p99', 'errors'] : ['step', 'p95', 'limit', 'errors'];

function cellsOf({ name, attempts, latency, limit, errors }: Row, wide: boolean): string[] {
  const step = cut(plain(name), wide ? LONGEST_NAME.wide : LONGEST_NAME.narrow);
  const [p95, most] = [sayTime(latency('p95')), sayTime(limit)];
  if (!wide) return [step, p95, most, sayShare(errors)];
  return [step, sayCount(attempts), sayTime(latency('p50')), p95, most, sayTime(latency('p99')), sayShare(errors)];
}
