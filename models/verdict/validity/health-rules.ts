import { countPacked, quantilePacked } from '../../measurement/packed-cells.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import { nearestRank } from '../../statistics/nearest-rank.ts';
import {
  CLOCK_JUMP,
  CPU_SHARE,
  LAG_P99,
  NONE,
  ON_TIME_SHARE,
  OPEN_FILE_SHARE,
  SILENT_SECONDS,
  STALL,
  STARTED_SHARE,
} from '../generator-limits.ts';
import type { JudgeInput } from '../judge-input.ts';
import { otherRun } from '../other-run.ts';
import type { HealthName } from '../words/health-words.ts';
import type { Health } from './health.ts';
import { plannedArrivals } from './planned-arrivals.ts';

/** One rule on the generator's health. */
export interface HealthRule {
  readonly name: HealthName;
  readonly operator: '<=' | '>=';
  readonly unit: CriterionResult['unit'];
  /** null: the system does not tell, so that nothing is stated. */
  readonly measure: (input: JudgeInput) => Health | null;
  /**
   * Without a value. `INCONCLUSIVE`: a witness of whose health nothing is known cannot show that all is well, but a target that is seen to
   * be broken is broken. `stopped`: INVALID, unless the run was stopped before anyone arrived, which says nothing against the generator.
   */
  readonly unmeasured: 'WARN' | 'INCONCLUSIVE' | 'INVALID' | 'stopped';
}

/** The generator's own health: what no target can cause. */
export const CAUSES: readonly HealthRule[] = [
  { name: 'generator-finished', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: deadVus },
  { name: 'hosts', operator: '>=', unit: 'count', unmeasured: 'INVALID', measure: reportingVus },
  { name: 'cpu', operator: '<=', unit: 'share', unmeasured: 'INCONCLUSIVE', measure: busyCores },
  {
    name: 'loop-lag',
    operator: '<=',
    unit: 'ms',
    unmeasured: 'INCONCLUSIVE',
    measure: ({ folded, run }) => ({ ...LAG_P99, value: run.generator.loopLagP99, samples: countPacked(folded.loopLag) }),
  },
  { name: 'longest-stall', operator: '<=', unit: 'ms', unmeasured: 'WARN', measure: longestStall },
  { name: 'clock', operator: '<=', unit: 'ms', unmeasured: 'WARN', measure: clockJump },
  {
    name: 'silent-seconds',
    operator: '<=',
    unit: 'count',
    unmeasured: 'INVALID',
    measure: ({ folded }) => ({ ...SILENT_SECONDS, value: folded.silentSeconds, samples: folded.seconds }),
  },
  { name: 'measurement-log', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: irregularLines },
  { name: 'sums', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: brokenSums },
  { name: 'log-of-this-run', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: foreignHead },
  { name: 'arrivals-planned', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: plannedArrivals },
  { name: 'users-accounted', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: missingUsers },
];

/** What an unfit generator shows, but a collapsing target can cause as well. */
export const SYMPTOMS: readonly HealthRule[] = [
  { name: 'arrivals-started', operator: '>=', unit: 'share', unmeasured: 'stopped', measure: startedShare },
  {
    name: 'on-time-starts',
    operator: '>=',
    unit: 'share',
    unmeasured: 'stopped',
    measure: ({ run }) => ({ ...ON_TIME_SHARE, value: run.arrivals.onTimeShare, samples: run.arrivals.startLag.count }),
  },
  {
    name: 'start-lag',
    operator: '<=',
    unit: 'ms',
    unmeasured: 'stopped',
    measure: ({ run: { arrivals } }) => ({
      ...LAG_P99,
      value: arrivals.startLag.p99 ?? arrivals.startLag.max,
      samples: arrivals.startLag.count,
    }),
  },
  { name: 'open-files', operator: '<=', unit: 'share', unmeasured: 'WARN', measure: openFiles },
];

/** A generator that died is no witness; one that was stopped, or that lost its target or its disk, is one until then. */
function deadVus({ folded, run }: JudgeInput): Health {
  const cut = folded.vus.filter(({ ended }) => ended === 'cut').length;
  const died = run.interruption === 'generator-died' || (run.interruption === null && (cut > 0 || folded.lines === 0));
  return { ...NONE, value: died ? Math.max(1, cut) : 0, samples: folded.vus.length };
}

function reportingVus({ folded, configuration }: JudgeInput): Health {
  const { hosts } = configuration.profile;
  return { value: folded.vus.length, limit: hosts, warn: hosts, samples: hosts };
}

/** The second that is busier than 19 of 20 others; what was seen after the run says nothing. Not known when the generator was looked at in fewer than half of the seconds. */
function busyCores({ generator, host, folded }: JudgeInput): Health {
  const bySecond = new Map<number, number>();
  for (const { second, cpu } of generator) if (second < folded.seconds) bySecond.set(second, Math.max(cpu, bySecond.get(second) ?? 0));
  const sorted = [...bySecond.values()].sort((a, b) => a - b);
  const known = sorted.length > 0 && sorted.length >= folded.seconds / 2;
  return { ...CPU_SHARE, value: known ? nearestRank(sorted, 0.95) / host.cores : null, samples: sorted.length };
}

/** Without any lag the rule before says that it is not known. */
function longestStall({ folded }: JudgeInput): Health | null {
  const samples = countPacked(folded.loopLag);
  return samples === 0 ? null : { ...STALL, value: quantilePacked(folded.loopLag, 1), samples };
}

/** Nothing is stated where nobody could look: surgeproof was killed, or the run was too short for a clock to be seen. */
function clockJump({ clock }: JudgeInput): Health | null {
  if (clock === null || clock.largest === null) return null;
  return { ...CLOCK_JUMP, value: Math.abs(clock.largest.ms), samples: clock.lines };
}

/** The torn last line of a VU is what a kill leaves; in a run that went on to its end nothing explains it. */
function irregularLines({ folded, run }: JudgeInput): Health {
  const { count, cutAtTheEnd } = folded.problems;
  return { ...NONE, value: run.interruption === null ? count : count - cutAtTheEnd, samples: folded.lines };
}

function foreignHead(input: JudgeInput): Health {
  return { ...NONE, value: otherRun(input).length, samples: 1 };
}

function brokenSums({ folded }: JudgeInput): Health {
  return { ...NONE, value: folded.disagreements.length, samples: folded.lines };
}

/** Everyone who arrived finished, was turned away, gave up, failed, is in line or inside. */
function missingUsers({ run }: JudgeInput): Health {
  const { arrived, finished, turnedAway, gaveUp, lostPatience, failed, waiting } = run.users;
  return { ...NONE, value: Math.abs(arrived - finished - turnedAway - gaveUp - lostPatience - failed - waiting), samples: arrived };
}

function startedShare({ run }: JudgeInput): Health {
  const { scheduled, started } = run.arrivals;
  return { ...STARTED_SHARE, value: scheduled === 0 ? null : started / scheduled, samples: scheduled };
}

function openFiles({ generator, host }: JudgeInput): Health | null {
  const counts = generator.flatMap((line) => (line.openFiles === null ? [] : [line.openFiles]));
  if (host.openFiles === null || counts.length === 0) return null;
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return { ...OPEN_FILE_SHARE, value: most / host.openFiles, samples: counts.length };
}
