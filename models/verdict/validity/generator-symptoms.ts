import type { CriterionResult } from '../../results/verdict.ts';
import type { JudgeInput } from '../judge-input.ts';
import { LAG_P99, ON_TIME_SHARE, OPEN_FILE_SHARE, STARTED_SHARE } from './generator-limits.ts';
import { healthCriterion } from './health-criterion.ts';

/** What an unfit generator shows, but a collapsing target can cause as well. */
export function generatorSymptoms(input: JudgeInput): CriterionResult[] {
  return [started(input), onTime(input), startLag(input), ...openFiles(input)];
}

/** A run that was stopped before anybody came says nothing against the generator. */
const withoutArrivals = ({ interruption }: JudgeInput['run']): 'WARN' | 'INVALID' => (interruption === 'signal' ? 'WARN' : 'INVALID');

function started({ run }: JudgeInput): CriterionResult {
  const { scheduled, started: done } = run.arrivals;
  return healthCriterion({
    name: 'arrivals-started',
    statistic: 'share of scheduled arrivals',
    value: scheduled === 0 ? null : done / scheduled,
    operator: '>=',
    limit: STARTED_SHARE.value,
    warn: STARTED_SHARE.warn,
    unit: 'share',
    samples: scheduled,
    unmeasured: withoutArrivals(run),
  });
}

function onTime({ run }: JudgeInput): CriterionResult {
  return healthCriterion({
    name: 'on-time-starts',
    statistic: 'share within 25 ms',
    value: run.arrivals.onTimeShare,
    operator: '>=',
    limit: ON_TIME_SHARE.value,
    warn: ON_TIME_SHARE.warn,
    unit: 'share',
    samples: run.arrivals.startLag.count,
    unmeasured: withoutArrivals(run),
  });
}

function startLag({ run }: JudgeInput): CriterionResult {
  const { p99, max, count } = run.arrivals.startLag;
  return healthCriterion({
    name: 'start-lag',
    statistic: 'p99',
    value: p99 ?? max,
    operator: '<=',
    limit: LAG_P99.value,
    warn: LAG_P99.warn,
    unit: 'ms',
    samples: count,
    unmeasured: withoutArrivals(run),
  });
}

/** Nothing is stated where the system tells neither the limit nor the number in use. */
function openFiles({ generator, host }: JudgeInput): CriterionResult[] {
  const counts = generator.flatMap((line) => (line.openFiles === null ? [] : [line.openFiles]));
  if (host.openFiles === null || counts.length === 0) return [];
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return [
    healthCriterion({
      name: 'open-files',
      statistic: 'share of the limit',
      value: most / host.openFiles,
      operator: '<=',
      limit: OPEN_FILE_SHARE.value,
      warn: OPEN_FILE_SHARE.warn,
      unit: 'share',
      samples: counts.length,
      unmeasured: 'WARN',
    }),
  ];
}
