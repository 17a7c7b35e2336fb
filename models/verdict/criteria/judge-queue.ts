import { announcedAccuracy } from '../../measurement/summary/announced-wait.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { QueueLimits } from '../../workload/surge/budget.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { QUEUE_WORDS, type QueueRule } from '../words/queue-words.ts';

/** A person who waited this long is owed an announcement of the wait. Milliseconds. */
const WORTH_ANNOUNCING = 1_000;

type Measured = Pick<ExactStatement, 'value' | 'operator' | 'unit' | 'samples'>;

/**
 * Judges the waiting room: order, lost places, people who left, and whether announced waits came true. Counts of all people, not
 * samples. Nothing for a target without a waiting room.
 */
export function judgeQueue(input: JudgeInput): CriterionResult[] {
  const { run, configuration } = input;
  if (run.queue === null || configuration.queue === null) return [];
  const limits = configuration.queue;
  const { admitted, joined, inversions, kendallTau, lostPlaces, abandoned } = run.queue;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const rule = (name: QueueRule, measured: Measured): CriterionResult => queueCriterion(name, measured, limits);
  return [
    rule('maxInversionShare', { value: share(inversions, admitted), operator: '<=', unit: 'share', samples: admitted }),
    rule('minKendallTau', { value: kendallTau, operator: '>=', unit: 'ratio', samples: admitted }),
    rule('maxLostPlaces', { value: joined === 0 ? null : lostPlaces, operator: '<=', unit: 'count', samples: joined }),
    rule('maxAbandonedShare', { value: share(abandoned, joined), operator: '<=', unit: 'share', samples: joined }),
    announced(input.folded, limits),
  ];
}

function queueCriterion(name: QueueRule, measured: Measured, limits: QueueLimits): CriterionResult {
  const { subject, title } = QUEUE_WORDS[name];
  return exactCriterion({ id: `queue.${name}`, kind: 'queue', subject, title, statistic: name, limit: limits[name], ...measured });
}

function announced(folded: JudgeInput['folded'], limits: QueueLimits): CriterionResult {
  const { people, within } = announcedAccuracy(folded.admissions, limits);
  const criterion = queueCriterion('minAnnouncedShare', { value: within, operator: '>=', unit: 'share', samples: people }, limits);
  const owed = folded.admissions.some(
    ({ joined, admitted }) => joined >= limits.announcedGraceSeconds * 1_000 && admitted - joined > WORTH_ANNOUNCING,
  );
  return within === null && folded.admissions.length > 0 && !owed ? { ...criterion, advisory: true } : criterion;
}
