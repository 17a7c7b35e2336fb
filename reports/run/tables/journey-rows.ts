import type { Verdict } from '../../../models/results/verdict.ts';
import { sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import type { JourneyBudget } from '../../../models/workload/surge/budget.ts';
import { percentNumber } from '../../format/number.ts';
import { shorten } from '../../format/shorten.ts';
import type { ReportInput } from '../input/report-input.ts';
import { worstOf } from '../words/criterion-row.ts';

export const JOURNEY_HEADER = ['journey', 'of arrivals', 'people who left', 'reached the end, %', 'p50', 'p95', 'p99', 'limit'] as const;

export interface JourneyRow {
  readonly title: string;
  /** By `JOURNEY_HEADER`, without the first. */
  readonly cells: readonly string[];
  readonly verdict: Verdict | null;
}

/** Every journey of the surge: times from arriving to the end, of those who reached it. */
export function journeyRows({ run, manifest, verdict }: ReportInput): JourneyRow[] {
  const { surge, budgets } = manifest.configuration;
  return surge.journeys.map(({ name, title, share }) => {
    const found = run.journeys.find(({ journey }) => journey === name);
    const people = found?.people ?? 0;
    const response = found?.response;
    return {
      title: shorten(title, 60),
      cells: [
        sayShare(share),
        sayCount(people),
        found === undefined || people === 0 ? '–' : percentNumber(found.finished / people),
        ...(['p50', 'p95', 'p99'] as const).map((one) => sayTime(response?.[one] ?? null)),
        limitText(budgets.journeys[name] ?? null),
      ],
      verdict: worstOf(verdict.criteria.filter(({ kind, subject }) => kind === 'journey' && subject === name)),
    };
  });
}

function limitText(budget: JourneyBudget | null): string {
  if (budget === null) return 'none';
  const times = (['p50', 'p95', 'p99'] as const).flatMap((one) => (budget[one] === null ? [] : [`${one} ≤ ${sayTime(budget[one])}`]));
  const served = budget.servedShare === null ? [] : [`end ≥ ${sayShare(budget.servedShare)}`];
  return [...times, ...served].join(', ') || 'none';
}
