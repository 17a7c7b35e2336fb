import type { Client } from 'pg';
import { CAUSE_SHARES, FAILURE_CAUSES, type FailureCause } from '../../../models/people/identification.ts';
import type { LedgerCheck } from '../../shared/service/service.ts';

/** Share by which a cause may differ from what is stated. */
const MOST_OFF = 0.02;
/** Below this probability a difference of that size is no chance. */
const NO_CHANCE = 0.001;

/**
 * Probability of a χ² of four degrees of freedom this large or larger: e^(−x/2)·(1 + x/2). Five shares that add up to 1 leave four free.
 *
 * @example chanceOf(0) // => 1
 */
export const chanceOf = (chiSquare: number): number => Math.exp(-chiSquare / 2) * (1 + chiSquare / 2);

/** Causes whose share is not as stated, as sentences; none where the difference may be chance. */
export function oddCauses(counts: Readonly<Record<FailureCause, number>>): string[] {
  const all = FAILURE_CAUSES.reduce((sum, cause) => sum + counts[cause], 0);
  if (all === 0) return [];
  const expected = (cause: FailureCause): number => CAUSE_SHARES[cause] * all;
  const chiSquare = FAILURE_CAUSES.reduce((sum, cause) => sum + (counts[cause] - expected(cause)) ** 2 / expected(cause), 0);
  if (chanceOf(chiSquare) > NO_CHANCE) return [];
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return FAILURE_CAUSES.filter((cause) => Math.abs(counts[cause] / all - CAUSE_SHARES[cause]) > MOST_OFF).map(
    (cause) => `${cause}: ${percent(counts[cause] / all)} of ${all} failures, ${percent(CAUSE_SHARES[cause])} stated`,
  );
}

/** Whether attempts failed for the reasons for which they are known to fail: more of one is a fault of somebody's. */
export async function causesAsStated(client: Client): Promise<LedgerCheck> {
  const { rows } = await client.query(
    `select cause, count(*) as failures from reported where cause is not null and status in ('failed', 'struck') group by cause`,
  );
  const counted = new Map(rows.map(({ cause, failures }) => [String(cause), Number(failures)]));
  const counts = Object.fromEntries(FAILURE_CAUSES.map((cause) => [cause, counted.get(cause) ?? 0])) as Record<FailureCause, number>;
  const examples = oddCauses(counts);
  const examined = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { name: 'causes-as-stated', examined, violations: examples.length, examples };
}
