import type { RunFile } from '../../../models/results/run.ts';
import type { ReportSeries } from '../../../models/results/series.ts';
import type { CriterionResult, VerdictFile } from '../../../models/results/verdict.ts';
import { HEALTH_WORDS, type HealthName } from '../../../models/verdict/words/health-words.ts';
import { sayCount } from '../../../models/words/count.ts';
import type { Made } from './run.ts';
import { madeSteps } from './steps.ts';

type Statement = Pick<
  CriterionResult,
  'id' | 'kind' | 'subject' | 'title' | 'statistic' | 'value' | 'operator' | 'limit' | 'unit' | 'samples'
>;

/** A criterion that is judged by its value alone; null is not measured. */
function criterion(statement: Statement): CriterionResult {
  const { value, operator, limit } = statement;
  const holds = value !== null && (operator === '<=' ? value <= limit : operator === '>=' ? value >= limit : value === limit);
  const margin = value === null || limit === 0 ? null : (operator === '>=' ? value - limit : limit - value) / limit;
  return {
    ...statement,
    margin,
    interval: value === null || value === 0 ? null : { low: value * 0.96, high: value * 1.05, confidence: 0.95 },
    verdict: value === null ? 'INCONCLUSIVE' : holds ? 'PASS' : 'FAIL',
    ...(value === null ? { because: 'not-measured' as const } : {}),
  };
}

function budgetsOf(made: Made, run: RunFile): CriterionResult[] {
  if (made.empty) return [];
  return madeSteps(made).flatMap(({ step: { name: subject, title }, budget }) => {
    const step = run.steps.find((one) => one.step === subject)!;
    const latency = (['p50', 'p95', 'p99'] as const).flatMap((statistic) =>
      budget[statistic] === null
        ? []
        : [
            criterion({
              ...{ id: `budgets.${subject}.${statistic}`, kind: 'latency', subject, title, statistic, operator: '<=', unit: 'ms' },
              ...{ value: step.response[statistic], limit: budget[statistic], samples: step.response.count },
            }),
          ],
    );
    const errors = criterion({
      ...{ id: `budgets.${subject}.errorShare`, kind: 'errors', subject, title, statistic: 'errorShare', operator: '<=', unit: 'share' },
      ...{ value: step.attempts === 0 ? null : 1 - (step.outcomes.ok ?? 0) / step.attempts, limit: 0.005, samples: step.attempts },
    });
    return [...latency, errors];
  });
}

function queueOf(made: Made, series: ReportSeries): CriterionResult[] {
  if (made.empty || !made.room) return [];
  const tau = series.fairness.reduce((least, lane) => Math.min(least, lane.kendallTau ?? 1), 1);
  const of = (statistic: string, title: string, value: number | null, limit: number, unit: 'ratio' | 'share'): CriterionResult =>
    criterion({
      ...{ id: `queue.${statistic}`, kind: 'queue', subject: 'waiting room', title, statistic },
      ...{ value, operator: '>=', limit, unit, samples: made.people },
    });
  return [
    of('minKendallTau', 'Order of the queue', tau, 0.999, 'ratio'),
    of('minAnnouncedShare', 'Announced waiting times', series.announced?.within ?? null, 0.9, 'share'),
  ];
}

function health(
  name: HealthName,
  value: number | null,
  operator: '<=' | '>=' | '==',
  limit: number,
  unit: 'ms' | 'share' | 'count',
): CriterionResult {
  return criterion({
    ...{
      id: `validity.${name}`,
      kind: 'validity',
      subject: 'generator',
      title: HEALTH_WORDS[name].title,
      statistic: HEALTH_WORDS[name].statistic,
    },
    ...{ value, operator, limit, unit, samples: 2320 },
  });
}

/** `verdict.json` of a made-up run: budgets of every step, limits of the queue, an invariant and four validity checks. */
export function verdictFile(made: Made, run: RunFile, series: ReportSeries): VerdictFile {
  const criteria = [...budgetsOf(made, run), ...queueOf(made, series)];
  const verdict = made.empty ? 'INCONCLUSIVE' : criteria.some((one) => one.verdict === 'FAIL') ? 'FAIL' : 'PASS';
  const peak = series.surge.peak?.waiting ?? 0;
  const scene = peak === 0 ? '' : ` while ${sayCount(peak)} people waited in the queue`;
  const good = `Every limit was kept${scene}.`;
  const bad = `“${made.stepName}” took 6.38 s at p95 (budget 1.5 s)${scene}.`;
  return {
    schema: 'surgeproof/verdict',
    version: 2,
    verdict,
    headline: verdict === 'FAIL' ? bad : verdict === 'PASS' ? good : 'Nothing was measured.',
    findings: verdict === 'FAIL' ? ['Two app nodes were busy 97 % of the time.'] : [],
    advice: verdict === 'PASS' ? null : 'Rehearse again with the same seed.',
    criteria,
    invariants: [
      criterion({
        ...{
          id: 'invariants.money-conserved',
          kind: 'invariant',
          subject: 'money-conserved',
          title: 'Money conserved',
          statistic: 'violations',
        },
        ...{ value: 0, operator: '==', limit: 0, unit: 'count', samples: 81_204 },
      }),
    ],
    validity: [
      health('target-identity', 1, '==', 1, 'count'),
      health('arrivals-started', made.empty ? null : 0.9989, '>=', 0.99, 'share'),
      health('loop-lag', 7.4, '<=', 100, 'ms'),
      health('users-accounted', 0, '<=', 0, 'count'),
    ],
  };
}
