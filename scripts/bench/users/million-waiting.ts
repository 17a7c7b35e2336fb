import { quantilePacked } from '../../../models/measurement/packed-cells.ts';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import type { Bench, BenchContext } from '../harness/bench-context.ts';
import { EAGER_HEAP } from '../harness/bench-k6.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { responseOf } from '../log/log-samples.ts';
import { type Held, holdUsers } from './hold-users.ts';
import { SAY_LINE } from './lines.ts';

const PEOPLE = 1_000_000;
const POLL_SECONDS = 240;
/** `lag`: 99th percentile of how late the loop is, also while people join, milliseconds; the line in TypeScript has no limit there. */
const GOAL = { typescript: { mib: 1_024, lag: Number.POSITIVE_INFINITY }, native: { mib: 500, lag: 50 } } as const;

const PROFILE = benchProfile({ people: PEOPLE, seconds: POLL_SECONDS, hosts: 8, drainSeconds: 3_600 });

/** Everybody joins within one poll interval and must have polled by the end of the next. */
function hold(k6: string, line: LineKind): Promise<Held> {
  return holdUsers({
    ...{ k6, script: 'engine', line, profile: PROFILE, heapGrowth: EAGER_HEAP, settle: 1, watch: POLL_SECONDS },
    stub: { pollMs: POLL_SECONDS * 1_000, answerAfter: null },
    arrived: ({ joined }) => joined >= PEOPLE,
  });
}

function rowsOf(line: LineKind, { peakMiB, cpuSeconds, polls, tally, folded }: Held): BenchRow[] {
  const [dropped, refused] = [tally.joined - tally.pollers, folded.errors.length];
  const p99 = quantilePacked(responseOf(folded, 'queue-poll'), 0.99) ?? 0;
  const lag = quantilePacked(folded.loopLag, 0.99) ?? 0;
  const goal = GOAL[line];
  const what = `1,000,000 users waiting, polling every 240 s, ${SAY_LINE[line]}:`;
  return [
    {
      what: `${what} peak memory of k6`,
      goal: `≤ ${goal.mib} MiB`,
      measured: `${peakMiB.toFixed(0)} MiB`,
      ratio: `${((peakMiB * 2 ** 20) / PEOPLE).toFixed(0)} bytes a user, k6 included; ${((cpuSeconds / polls) * 10_000).toFixed(2)} s of CPU for 10,000 polls`,
      pass: peakMiB <= goal.mib,
    },
    {
      what: `${what} polls that were due and not made`,
      goal: '0',
      measured: String(dropped),
      ratio: `${tally.polls.toLocaleString('en')} polls made, p99 of their response time ${p99.toFixed(1)} ms, of the loop's lag ${lag.toFixed(1)} ms`,
      pass: dropped === 0 && refused === 0 && lag <= goal.lag,
    },
  ];
}

/**
 * Each line once, whatever `--runs` says: it takes eight minutes. The waiting room asks for a poll every 30 s at the latest; this
 * interval is the stub's.
 */
async function run({ k6, tell }: BenchContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const line of ['typescript', 'native'] as const) {
    const of = rowsOf(line, await hold(k6, line));
    tell(JSON.stringify(of));
    rows.push(...of);
  }
  return rows;
}

export const millionWaiting: Bench = { name: 'million-waiting', title: '1,000,000 users waiting, each line once', minutes: 17, run };
