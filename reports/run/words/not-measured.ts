import type { CriterionResult } from '../../../models/results/verdict.ts';
import { plural } from '../../../models/words/count.ts';
import { shorten } from '../../format/shorten.ts';

const MOST_SUBJECTS = 6;

/** Criteria without a value in one sentence: `9 criteria were not measured: Log in (p50, p95, p99), …`. */
export function notMeasured(missing: readonly CriterionResult[]): string {
  const subjects = new Map<string, string[]>();
  for (const { kind, title, statistic } of missing) {
    const found = subjects.get(title);
    const name =
      kind === 'queue' || kind === 'people' || kind === 'recovery' ? kind : statistic === 'errorShare' ? 'errors' : shorten(statistic, 40);
    if (found === undefined) subjects.set(title, [name]);
    else found.push(name);
  }
  const named = [...subjects].slice(0, MOST_SUBJECTS).map(([title, statistics]) => `${shorten(title, 60)} (${statistics.join(', ')})`);
  const rest = subjects.size > MOST_SUBJECTS ? ` and ${subjects.size - MOST_SUBJECTS} more` : '';
  return `${plural(missing.length, 'criterion was', 'criteria were')} not measured: ${named.join(', ')}${rest}.`;
}
