import { quantilePacked } from '../../../models/measurement/packed-cells.ts';
import type { Bench, BenchContext } from '../harness/bench-context.ts';
import { EAGER_HEAP } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { responseOf } from '../log/log-samples.ts';
import { holdUsers } from './hold-users.ts';

const PEOPLE = 1_000_000;
const POLL_SECONDS = 240;
const GOAL_MIB = 1_024;

const PROFILE = benchProfile({ people: PEOPLE, seconds: POLL_SECONDS, hosts: 8, drainSeconds: 3_600 });

/**
 * Measured once, whatever `--runs` says: it takes eight minutes. Everybody joins within one poll interval and must have polled by the
 * end of the next. The waiting room asks for a poll every 30 s at the latest; this interval is the stub's.
 */
async function run({ k6, tell }: BenchContext): Promise<BenchRow[]> {
  const { peakMiB, tally, folded } = await holdUsers({
    ...{ k6, script: 'engine', profile: PROFILE, heapGrowth: EAGER_HEAP, settle: 1, watch: POLL_SECONDS },
    stub: { pollMs: POLL_SECONDS * 1_000, answerAfter: null },
    arrived: ({ joined }) => joined >= PEOPLE,
  });
  const dropped = tally.joined - tally.pollers;
  const { p99, refused } = { p99: quantilePacked(responseOf(folded, 'queue-poll'), 0.99) ?? 0, refused: folded.errors.length };
  tell(JSON.stringify({ peakMiB, tally, dropped, p99, errors: folded.errors }));
  const what = '1,000,000 users waiting, polling every 240 s:';
  return [
    {
      what: `${what} peak memory of k6`,
      goal: '≤ 1 GiB',
      measured: `${peakMiB.toFixed(0)} MiB`,
      ratio: `${((peakMiB * 2 ** 20) / PEOPLE).toFixed(0)} bytes a user, k6 included`,
      pass: peakMiB <= GOAL_MIB,
    },
    {
      what: `${what} polls that were due and not made`,
      goal: '0',
      measured: String(dropped),
      ratio: `${tally.polls.toLocaleString('en')} polls made, p99 of their response time ${p99.toFixed(1)} ms`,
      pass: dropped === 0 && refused === 0,
    },
  ];
}

export const millionWaiting: Bench = { name: 'million-waiting', title: '1,000,000 users waiting, once', minutes: 9, run };
