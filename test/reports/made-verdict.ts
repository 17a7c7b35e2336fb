import type { RunFile } from '../../models/results/run.ts';
import type { ReportSeries } from '../../models/results/series.ts';
import type { CriterionResult, VerdictFile } from '../../models/results/verdict.ts';
import { JOURNEYS } from './made-latency.ts';
import type { Made } from './made-run.ts';

function criterion(
  id: string,
  kind: CriterionResult['kind'],
  value: number | null,
  operator: CriterionResult['operator'],
  limit: number,
  unit: CriterionResult['unit'],
  samples: number,
): CriterionResult {
  const [, subject = id, statistic = id] = id.split('.');
  const holds = value !== null && (operator === '<=' ? value <= limit : operator === '>=' ? value >= limit : value === limit);
  const margin = value === null || limit === 0 ? null : (operator === '>=' ? value - limit : limit - value) / limit;
  const interval = value === null || value === 0 ? null : { low: value * 0.96, high: value * 1.05, confidence: 0.95 };
  const verdict = value === null ? 'INCONCLUSIVE' : holds ? 'PASS' : 'FAIL';
  return {
    id,
    kind,
    subject,
    statistic,
    value,
    operator,
    limit,
    unit,
    margin,
    samples,
    interval,
    verdict,
    ...(value === null ? { because: 'not-measured' as const } : {}),
  };
}

/** `verdict.json` of a made-up run: budgets of every step, queue gates, an invariant and two validity checks. */
export function verdictFile(made: Made, run: RunFile, series: ReportSeries): VerdictFile {
  const latency = run.steps.flatMap((step) => {
    const budget = JOURNEYS.find((one) => one.journey === step.journey)?.budget;
    if (!budget) return [];
    const rows = (['p50', 'p95', 'p99'] as const).map((p) =>
      criterion(`budgets.${step.step}.${p}`, 'latency', step.response[p], '<=', budget[p], 'ms', step.response.count),
    );
    return [
      ...rows,
      criterion(
        `budgets.${step.step}.errorShare`,
        'errors',
        1 - (step.outcomes.ok ?? 0) / step.attempts,
        '<=',
        0.005,
        'share',
        step.attempts,
      ),
    ];
  });
  const tau = series.fairness.reduce((least, lane) => Math.min(least, lane.kendallTau ?? 1), 1);
  const queue = made.empty
    ? []
    : [
        criterion('queue.register.kendallTau', 'queue', tau, '>=', 0.999, 'ratio', made.people),
        criterion('queue.all.announcedWithin', 'queue', series.announced.within, '>=', 0.9, 'share', made.people),
      ];
  const criteria = [...latency, ...queue];
  const verdict = made.empty ? 'INCONCLUSIVE' : criteria.some((one) => one.verdict === 'FAIL') ? 'FAIL' : 'PASS';
  const good = `every budget was kept while ${made.people} people waited`;
  const bad = `${made.stepName} took 6.38 s at p95 (budget 1.5 s) while ${series.surge.peak?.waiting ?? 0} people waited`;
  return {
    schema: 'surgeproof/verdict',
    version: 1,
    verdict,
    reasons: [
      `${verdict}: ${verdict === 'FAIL' ? bad : verdict === 'PASS' ? good : 'nothing was measured'}.`,
      ...(verdict === 'PASS' ? [] : ['Rehearse again with the same seed.']),
    ],
    criteria,
    invariants: [criterion('invariants.ledger.money-conserved', 'invariant', 0, '==', 0, 'count', 81_204)],
    validity: [
      criterion('validity.arrivals.started', 'validity', made.empty ? null : 0.9989, '>=', 0.99, 'share', made.people),
      criterion('validity.generator.loopLagP99', 'validity', 7.4, '<=', 100, 'ms', 2320),
    ],
  };
}
