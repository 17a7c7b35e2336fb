import type { LatencySummary, StepSummary } from '../../../models/results/run.ts';
import type { Verdict } from '../../../models/results/verdict.ts';
import { sayCount, sayNumber } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { StepBudget } from '../../../models/workload/surge/budget.ts';
import { percentNumber } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import type { ReportInput } from '../input/report-input.ts';
import { worstOf } from '../words/criterion-row.ts';

export const STEP_HEADER = ['step', 'requests', 'per second', 'failed, %', 'p50', 'p90', 'p95', 'p99', 'max', 'limit'] as const;

/** A line of the table of steps, as text. */
export interface StepRow {
  readonly title: string;
  /** Identifier of the step where the title does not say it; empty otherwise. */
  readonly name: string;
  /** A part of the step above. */
  readonly variant: boolean;
  /** By `STEP_HEADER`, without the first. */
  readonly cells: readonly string[];
  /** Times of refusals and failures: no answer was as expected. */
  readonly refused: boolean;
  /** null where nothing was judged. */
  readonly verdict: Verdict | null;
}

/** Every step of the surge in its order, each with its variants; steps that were not reached have zero requests. */
export function stepRows(report: ReportInput): StepRow[] {
  const { run, manifest, verdict, series } = report;
  const { surge, budgets } = manifest.configuration;
  return surge.steps.flatMap(({ name, title }): StepRow[] => {
    const summary = run.steps.find(({ step }) => step === name);
    const criteria = verdict.criteria.filter(({ kind, subject }) => (kind === 'latency' || kind === 'errors') && subject === name);
    const shown = series.steps.find(({ step }) => step === name);
    const refused = shown?.basis === 'refused' && shown.overall.count > 0;
    const own: StepRow = {
      title: shorten(title, 60),
      name: title.toLowerCase() === name.replaceAll('-', ' ').toLowerCase() ? '' : shorten(name, 60),
      variant: false,
      cells: [
        ...counts(summary?.attempts ?? 0, summary?.rate ?? null, summary?.outcomes.ok ?? 0),
        ...times(refused ? shown.overall : (summary?.response ?? null)),
        limitText(budgets.steps[name] ?? null),
      ],
      refused,
      verdict: worstOf(criteria),
    };
    return [own, ...(summary === undefined ? [] : variants(summary))];
  });
}

function variants({ variants: parts, rate, attempts }: StepSummary): StepRow[] {
  return parts.map(
    (part): StepRow => ({
      title: `${shorten(part.tag, 30)}: ${shorten(part.value, 60)}`,
      name: '',
      variant: true,
      cells: [
        ...counts(part.attempts, rate === null || attempts === 0 ? null : (rate * part.attempts) / attempts, part.outcomes.ok ?? 0),
        ...times(part.response),
        '',
      ],
      refused: false,
      verdict: null,
    }),
  );
}

const counts = (attempts: number, rate: number | null, ok: number): string[] => [
  sayCount(attempts),
  sayNumber(rate),
  attempts === 0 ? '–' : percentNumber(1 - ok / attempts),
];

const times = (summary: LatencySummary | null): string[] =>
  (['p50', 'p90', 'p95', 'p99', 'max'] as const).map((name) => sayTime(summary?.[name] ?? null));

/** The limit people look at first: p95, else the highest percentile that has one, else that on errors. */
function limitText(budget: StepBudget | null): string {
  const name = (['p95', 'p99', 'p50'] as const).find((one) => budget?.[one] != null);
  if (budget !== null && name !== undefined) return `${name} ≤ ${sayTime(budget[name])}`;
  return budget?.errorShare == null ? 'none' : `failed ≤ ${sayShare(budget.errorShare)}`;
}
