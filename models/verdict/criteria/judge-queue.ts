import type { FoldedRun } from '../../measurement/folded-run.ts';
import { announcedAccuracy } from '../../measurement/summary/announced-wait.ts';
import type { RunFile } from '../../results/run.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { QueueGates } from '../../workload/surge/budget.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';

/** Somebody who waited this long without being told how long it would take was owed an announcement. Milliseconds. */
const WORTH_ANNOUNCING = 1_000;

/** Judges the waiting line: fairness, lost places, people who left, and whether announced waits came true. Counts of all people, not samples. */
export function judgeQueue(folded: FoldedRun, run: RunFile, gates: QueueGates): CriterionResult[] {
  const { admitted, joined, inversions, kendallTau, lostPlaces, abandoned } = run.queue;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return [
    exactCriterion(
      statement('maxInversionShare', 'fairness', share(inversions, admitted), '<=', gates.maxInversionShare, 'share', admitted),
    ),
    exactCriterion(statement('minKendallTau', 'fairness', kendallTau, '>=', gates.minKendallTau, 'ratio', admitted)),
    exactCriterion(statement('maxLostPlaces', 'places', joined === 0 ? null : lostPlaces, '<=', gates.maxLostPlaces, 'count', joined)),
    exactCriterion(statement('maxAbandonedShare', 'patience', share(abandoned, joined), '<=', gates.maxAbandonedShare, 'share', joined)),
    announced(folded, gates),
  ];
}

function announced(folded: FoldedRun, gates: QueueGates): CriterionResult {
  const { people, within } = announcedAccuracy(folded.admissions, gates);
  const criterion = exactCriterion(
    statement('minAnnouncedShare', 'announced wait', within, '>=', gates.minAnnouncedShare, 'share', people),
  );
  const owed = folded.admissions.some(
    ({ joined, admitted }) => joined >= gates.announcedGraceSeconds * 1_000 && admitted - joined > WORTH_ANNOUNCING,
  );
  return within === null && folded.admissions.length > 0 && !owed ? { ...criterion, advisory: true } : criterion;
}

function statement(
  gate: keyof QueueGates,
  subject: string,
  value: number | null,
  operator: '<=' | '>=',
  limit: number,
  unit: ExactStatement['unit'],
  samples: number,
): ExactStatement {
  return { id: `queue.${gate}`, kind: 'queue', subject, statistic: gate, value, operator, limit, unit, samples };
}
