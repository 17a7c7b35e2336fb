import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import { type Bench, type BenchContext, repeated } from '../harness/bench-context.ts';
import { benchProfile } from '../harness/bench-profile.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import { saySpread, spreadOf } from '../harness/spread.ts';
import { holdUsers } from './hold-users.ts';
import { SAY_LINE } from './lines.ts';

/** Polls a second that are tried, the lowest first, until one is not delivered. */
const RATES = { typescript: [4_000, 5_000, 6_000, 8_000], native: [8_000, 10_000, 12_000, 14_000, 16_000] } as const;
/** Everybody asks again after so long. */
const POLL_SECONDS = 5;
/** People who join in a second: joining is TypeScript in both lines. */
const JOINS = 3_000;
/** Delivered: this share of the polls that people want. */
const DELIVERED = 0.98;
const GOAL = 12_000;

/** The share of the polls that people want which the target sees. */
async function delivered(k6: string, line: LineKind, rate: number): Promise<number> {
  const people = rate * POLL_SECONDS;
  const watch = 2 * POLL_SECONDS;
  const { polls } = await holdUsers({
    ...{ k6, script: 'engine', line, settle: POLL_SECONDS, watch },
    profile: benchProfile({ people, seconds: Math.ceil(people / JOINS), hosts: 2, drainSeconds: 3_600 }),
    stub: { pollMs: POLL_SECONDS * 1_000, answerAfter: null },
    arrived: ({ joined }) => joined >= people,
  });
  return polls / (rate * watch);
}

/** The highest rate of the ladder that is delivered; 0 when none is. */
async function ceilingOf({ k6, tell }: BenchContext, line: LineKind): Promise<number> {
  let highest = 0;
  for (const rate of RATES[line]) {
    const share = await delivered(k6, line, rate);
    tell(`${SAY_LINE[line]}, ${rate.toLocaleString('en')} polls/s: ${(share * 100).toFixed(1)} % delivered`);
    if (share < DELIVERED) break;
    highest = rate;
  }
  return highest;
}

async function run(context: BenchContext): Promise<BenchRow[]> {
  const ceilings = await repeated(context, async () => ({
    typescript: await ceilingOf(context, 'typescript'),
    native: await ceilingOf(context, 'native'),
  }));
  const of = (line: LineKind) => spreadOf(ceilings.map((ceiling) => ceiling[line]));
  const say = (line: LineKind): string => `${saySpread(of(line), (rate) => rate.toLocaleString('en'))} polls/s`;
  return [
    {
      what: `polls a second, recorded, of which ${DELIVERED * 100} % are delivered, the target on the same cores, ${SAY_LINE.native}`,
      goal: `≥ ${GOAL.toLocaleString('en')} polls/s`,
      measured: say('native'),
      ratio: `${SAY_LINE.typescript}: ${say('typescript')}`,
      pass: of('native').median >= GOAL,
    },
  ];
}

export const pollCeiling: Bench = { name: 'poll-ceiling', title: 'the most polls a second', minutes: 5, run };
