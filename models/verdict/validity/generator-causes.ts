import { countPacked } from '../../measurement/packed-cells.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { JudgeInput } from '../judge-input.ts';
import { CPU_SHARE, LAG_P99, PROBLEM_SHARE, SILENT_SHARE } from './generator-limits.ts';
import { healthCriterion } from './health-criterion.ts';

/** The generator's own health: what no target can cause. */
export function generatorCauses(input: JudgeInput): CriterionResult[] {
  return [finished(input), hosts(input), cpu(input), loopLag(input), silent(input), log(input), accounted(input)];
}

/** A generator that died is no witness; one that was stopped, or that lost its target or its disk, is one until then. */
function finished({ folded, run }: JudgeInput): CriterionResult {
  const cut = folded.vus.filter(({ ended }) => ended === 'cut').length;
  const died = run.interruption === 'generator-died' || (run.interruption === null && (cut > 0 || folded.lines === 0));
  return healthCriterion({
    name: 'generator-finished',
    statistic: 'VUs without an end',
    value: died ? Math.max(1, cut) : 0,
    operator: '<=',
    limit: 0,
    warn: 0,
    unit: 'count',
    samples: folded.vus.length,
    unmeasured: 'INVALID',
  });
}

function hosts({ folded, profile }: JudgeInput): CriterionResult {
  return healthCriterion({
    name: 'hosts',
    statistic: 'VUs that reported',
    value: folded.vus.length,
    operator: '>=',
    limit: profile.hosts,
    warn: profile.hosts,
    unit: 'count',
    samples: profile.hosts,
    unmeasured: 'INVALID',
  });
}

/** The second that is busier than 19 of 20 others. */
function cpu({ generator, host }: JudgeInput): CriterionResult {
  const sorted = generator.map((line) => line.cpu).sort((a, b) => a - b);
  const high = sorted[Math.ceil(0.95 * sorted.length) - 1];
  return healthCriterion({
    name: 'cpu',
    statistic: 'cores in use, p95 of seconds',
    value: high === undefined ? null : high / host.cores,
    operator: '<=',
    limit: CPU_SHARE.value,
    warn: CPU_SHARE.warn,
    unit: 'share',
    samples: sorted.length,
    unmeasured: 'WARN',
  });
}

function loopLag({ folded, run }: JudgeInput): CriterionResult {
  return healthCriterion({
    name: 'loop-lag',
    statistic: 'p99',
    value: run.generator.loopLagP99,
    operator: '<=',
    limit: LAG_P99.value,
    warn: LAG_P99.warn,
    unit: 'ms',
    samples: countPacked(folded.loopLag),
    unmeasured: 'WARN',
  });
}

function silent({ folded }: JudgeInput): CriterionResult {
  return healthCriterion({
    name: 'silent-seconds',
    statistic: 'seconds without a line of every VU',
    value: folded.silentSeconds,
    operator: '<=',
    limit: Math.max(1, Math.floor(SILENT_SHARE.value * folded.seconds)),
    warn: SILENT_SHARE.warn,
    unit: 'count',
    samples: folded.seconds,
    unmeasured: 'INVALID',
  });
}

function log({ folded }: JudgeInput): CriterionResult {
  return healthCriterion({
    name: 'measurement-log',
    statistic: 'unreadable lines',
    value: folded.problems.count,
    operator: '<=',
    limit: Math.max(folded.vus.length, Math.floor(PROBLEM_SHARE.value * folded.lines)),
    warn: PROBLEM_SHARE.warn,
    unit: 'count',
    samples: folded.lines,
    unmeasured: 'INVALID',
  });
}

/** Everyone who arrived is finished, gave up, failed, in line or inside. */
function accounted({ run }: JudgeInput): CriterionResult {
  const { arrived, finished: done, gaveUp, failed, waiting } = run.users;
  return healthCriterion({
    name: 'users-accounted',
    statistic: 'users nobody knows of',
    value: Math.abs(arrived - done - gaveUp - failed - waiting),
    operator: '<=',
    limit: 0,
    warn: 0,
    unit: 'count',
    samples: arrived,
    unmeasured: 'INVALID',
  });
}
