import { countPacked } from '../../measurement/packed-cells.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import { nearestRank } from '../../statistics/nearest-rank.ts';
import {
  CPU_SHARE,
  LAG_P99,
  NONE,
  ON_TIME_SHARE,
  OPEN_FILE_SHARE,
  PROBLEM_SHARE,
  SILENT_SECONDS,
  STARTED_SHARE,
} from '../generator-limits.ts';
import type { JudgeInput } from '../judge-input.ts';
import type { HealthName } from '../words/health-words.ts';

/** A value with its limits; without a value the rule could not be checked. */
export interface Health {
  readonly value: number | null;
  readonly samples: number;
  readonly limit: number;
  readonly warn: number;
}

/** One rule on the generator's health. */
export interface HealthRule {
  readonly name: HealthName;
  readonly operator: '<=' | '>=';
  readonly unit: CriterionResult['unit'];
  /** null: the system does not tell, so that nothing is stated. */
  readonly measure: (input: JudgeInput) => Health | null;
  /** Without a value; `stopped`: INVALID, unless the run was stopped before anyone arrived, which says nothing against the generator. */
  readonly unmeasured: 'WARN' | 'INVALID' | 'stopped';
}

/** The generator's own health: what no target can cause. */
export const CAUSES: readonly HealthRule[] = [
  { name: 'generator-finished', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: deadVus },
  { name: 'hosts', operator: '>=', unit: 'count', unmeasured: 'INVALID', measure: reportingVus },
  { name: 'cpu', operator: '<=', unit: 'share', unmeasured: 'WARN', measure: busyCores },
  {
    name: 'loop-lag',
    operator: '<=',
    unit: 'ms',
    unmeasured: 'WARN',
    measure: ({ folded, run }) => ({ ...LAG_P99, value: run.generator.loopLagP99, samples: countPacked(folded.loopLag) }),
  },
  {
    name: 'silent-seconds',
    operator: '<=',
    unit: 'count',
    unmeasured: 'INVALID',
    measure: ({ folded }) => ({ ...SILENT_SECONDS, value: folded.silentSeconds, samples: folded.seconds }),
  },
  { name: 'measurement-log', operator: '<=', unit: 'count', unmeasured: 'INVALID', measure: unreadableLines },
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

/** The second that is busier than 19 of 20 others. */
function busyCores({ generator, host }: JudgeInput): Health {
  const sorted = generator.map(({ cpu }) => cpu).sort((a, b) => a - b);
  return { ...CPU_SHARE, value: sorted.length === 0 ? null : nearestRank(sorted, 0.95) / host.cores, samples: sorted.length };
}

function unreadableLines({ folded }: JudgeInput): Health {
  const limit = Math.max(folded.vus.length, Math.floor(PROBLEM_SHARE.limit * folded.lines));
  return { value: folded.problems.count, limit, warn: PROBLEM_SHARE.warn, samples: folded.lines };
}

/** Everyone who arrived finished, gave up, failed, is in line or inside. */
function missingUsers({ run }: JudgeInput): Health {
  const { arrived, finished, gaveUp, failed, waiting } = run.users;
  return { ...NONE, value: Math.abs(arrived - finished - gaveUp - failed - waiting), samples: arrived };
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
