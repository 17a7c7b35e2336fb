import type { RecoveryLimit } from '../../workload/surge/fault.ts';
import type { StartCounts } from '../stretches/start-counts.ts';

/**
 * The first second from `from` on after which, for `stableSeconds`, at least a share `success` of the requests that started succeeded; null
 * when there is none before `until`, or too few requests to tell such a share from one that is smaller.
 */
export function recoveredAt(
  { requests, beyond }: StartCounts,
  from: number,
  until: number,
  { success, stableSeconds }: Pick<RecoveryLimit, 'success' | 'stableSeconds'>,
): number | null {
  const end = Math.min(Math.floor(until), requests.length);
  const fewest = success < 1 ? 1 / (1 - success) : 1;
  const length = Math.ceil(stableSeconds);
  for (let second = Math.ceil(from); second + length <= end; second++) {
    const sum = (values: Float64Array): number => values.subarray(second, second + length).reduce((a, b) => a + b, 0);
    const [made, failed] = [sum(requests), sum(beyond)];
    if (made + 1e-9 >= fewest && failed <= (1 - success) * made + 1e-9) return second;
  }
  return null;
}
