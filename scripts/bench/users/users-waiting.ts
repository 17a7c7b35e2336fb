import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { BenchScript } from '../harness/bench-script.ts';
import { figuresOf } from '../harness/latency-figures.ts';
import { type Spread, saySpread, spreadOf } from '../harness/spread.ts';
import { responseOf } from '../log/log-samples.ts';
import { holdUsers } from './hold-users.ts';
import { SAY_LINE } from './lines.ts';

const PEOPLE = 40_000;
const POLL_MS = 20_000;
/** `share`: of the CPU of the line in TypeScript. `p99`: of a poll of a target that answers at once, milliseconds. */
const GOAL = { typescript: { mib: 200, cpu: 1.3 }, native: { mib: 110, share: 0.5, p99: 10 } } as const;

const PROFILE = benchProfile({ people: PEOPLE, seconds: 20, hosts: 2, drainSeconds: 3_600 });

interface Cost {
  readonly mib: number;
  /** CPU seconds for 10,000 polls. */
  readonly cpu: number;
  /** Response time of a poll, 99th percentile, milliseconds; 0 where nothing is recorded. */
  readonly p99: number;
}

/** What one run of each costs. */
interface Costs {
  readonly bare: Cost;
  readonly typescript: Cost;
  readonly native: Cost;
}

/** One and a half rounds of polls, when everybody is in line. */
async function costOf(k6: string, script: BenchScript, line: LineKind): Promise<Cost> {
  const { peakMiB, cpuSeconds, polls, folded } = await holdUsers({
    ...{ k6, script, line, profile: PROFILE, settle: 2, watch: 30 },
    stub: { pollMs: POLL_MS, answerAfter: null },
    arrived: ({ joined }) => joined >= PEOPLE,
  });
  return { mib: peakMiB, cpu: (cpuSeconds / polls) * 10_000, p99: figuresOf(responseOf(folded, 'queue-poll')).p99 };
}

/** How a row says what was measured, once or several times. */
const say = (spread: Spread, digits: number): string => saySpread(spread, (value) => value.toFixed(digits));

function memoryRow(costs: readonly Costs[], line: LineKind): BenchRow {
  const [mib, bare] = [spreadOf(costs.map((cost) => cost[line].mib)), spreadOf(costs.map((cost) => cost.bare.mib))];
  const times = spreadOf(costs.map((cost) => cost[line].mib / cost.bare.mib));
  return {
    what: `40,000 users waiting, polling every 20 s, recorded, ${SAY_LINE[line]}: peak memory of k6`,
    goal: `≤ ${GOAL[line].mib} MiB`,
    measured: `${say(mib, 0)} MiB`,
    ratio: `${times.median.toFixed(2)} × the simplest poll loop in k6, not recorded (${bare.median.toFixed(0)} MiB)`,
    pass: mib.median <= GOAL[line].mib,
  };
}

/** CPU of a line, with what is beside it. */
function cpuRow(costs: readonly Costs[], line: LineKind, beside: 'bare' | 'typescript', name: string): Omit<BenchRow, 'goal' | 'pass'> {
  const [cpu, other] = [spreadOf(costs.map((cost) => cost[line].cpu)), spreadOf(costs.map((cost) => cost[beside].cpu))];
  const times = spreadOf(costs.map((cost) => cost[line].cpu / cost[beside].cpu));
  return {
    what: `40,000 users waiting, polling every 20 s, recorded, ${SAY_LINE[line]}: CPU of k6 for 10,000 polls`,
    measured: `${say(cpu, 2)} s`,
    ratio: `${say(times, 2)} × ${name} (${other.median.toFixed(2)} s)`,
  };
}

function p99Row(costs: readonly Costs[]): BenchRow {
  const [p99, other] = [spreadOf(costs.map(({ native }) => native.p99)), spreadOf(costs.map(({ typescript }) => typescript.p99))];
  return {
    what: `40,000 users waiting, polling every 20 s, recorded, ${SAY_LINE.native}: p99 of a poll that is answered at once`,
    goal: `≤ ${GOAL.native.p99} ms`,
    measured: `${say(p99, 1)} ms`,
    ratio: `${SAY_LINE.typescript}: ${say(other, 1)} ms`,
    pass: p99.median <= GOAL.native.p99,
  };
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const { k6 } = context;
  const costs = await repeated(context, async () => ({
    bare: await costOf(k6, 'bare-poll', 'typescript'),
    typescript: await costOf(k6, 'engine', 'typescript'),
    native: await costOf(k6, 'engine', 'native'),
  }));
  const [cpu, share] = [costs.map(({ typescript }) => typescript.cpu), costs.map(({ native, typescript }) => native.cpu / typescript.cpu)];
  const { typescript, native } = GOAL;
  return [
    memoryRow(costs, 'typescript'),
    {
      ...cpuRow(costs, 'typescript', 'bare', 'the same loop'),
      goal: `≤ ${typescript.cpu} s`,
      pass: spreadOf(cpu).median <= typescript.cpu,
    },
    memoryRow(costs, 'native'),
    {
      ...cpuRow(costs, 'native', 'typescript', SAY_LINE.typescript),
      goal: `≤ ${native.share} × ${SAY_LINE.typescript}`,
      pass: spreadOf(share).median <= native.share,
    },
    p99Row(costs),
  ];
}

export const usersWaiting: Bench = { name: 'users-waiting', title: '40,000 users waiting, polling every 20 s', minutes: 3, run };
