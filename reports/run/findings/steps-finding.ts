import { plural, sayCount } from '../../../models/words/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { ReportInput } from '../input/report-input.ts';
import { worstOf } from '../words/criterion-row.ts';

/** How many steps kept their limits, as one sentence without its full stop. */
export function stepsFinding({ verdict, run, manifest }: Pick<ReportInput, 'verdict' | 'run' | 'manifest'>): string {
  const attempts = run.steps.reduce((sum, step) => sum + step.attempts, 0);
  if (attempts === 0) return 'No request was made';
  const judged = manifest.configuration.surge.steps.flatMap(({ name, title }) => {
    const worst = worstOf(verdict.criteria.filter(({ kind, subject }) => (kind === 'latency' || kind === 'errors') && subject === name));
    return worst === null ? [] : [{ title, worst }];
  });
  if (judged.length === 0) return `${sayCount(attempts)} requests, none of them judged`;
  const failed = judged.filter(({ worst }) => worst === 'FAIL');
  const unclear = judged.filter(({ worst }) => worst === 'INCONCLUSIVE');
  const rest = unclear.length > 0 ? `; ${plural(unclear.length, 'step', 'steps')} could not be judged` : '';
  if (failed.length === 0) return unclear.length === judged.length ? 'No step could be judged' : `No step broke a limit${rest}`;
  const named = failed.slice(0, 2).map(({ title }) => shorten(title, 48));
  const more = failed.length > named.length ? ` and ${failed.length - named.length} more` : '';
  return `${failed.length} of ${plural(judged.length, 'judged step', 'judged steps')} broke a limit: ${named.join(', ')}${more}${rest}`;
}
