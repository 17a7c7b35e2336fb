import { announcedAccuracy } from '../../measurement/summary/announced-wait.ts';
import type { LaneSummary, RunFile } from '../../results/run.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import type { QueueLimits } from '../../workload/surge/budget.ts';
import { type ExactStatement, exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';
import { laneTitle, QUEUE_WORDS, type QueueRule } from '../words/queue-words.ts';

/** In a smaller lane it is no wonder that no two people can be compared: its order is shown, and not demanded. */
const FEWEST_ORDERED = 10;

type Measured = Pick<ExactStatement, 'value' | 'operator' | 'unit' | 'samples'>;
type Queue = NonNullable<RunFile['queue']>;

/**
 * Judges the waiting room: order, lost places, people who left, whether announced waits came true, and how long people waited where a limit
 * says so. Counts of all people, not samples. Nothing for a target without a waiting room.
 */
export function judgeQueue({ run: { queue }, configuration: { queue: limits }, folded }: JudgeInput): CriterionResult[] {
  if (queue === null || limits === null) return [];
  const { admitted, joined, inversions, overtakenForEver, lostPlaces, abandoned } = queue;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const ordered = admitted + overtakenForEver;
  const rule = (name: QueueRule, measured: Measured): CriterionResult[] => queueCriterion(name, measured, limits);
  return [
    ...rule('maxInversionShare', { value: share(inversions, ordered), operator: '<=', unit: 'share', samples: ordered }),
    ...order(queue, limits),
    ...rule('maxLostPlaces', { value: joined === 0 ? null : lostPlaces, operator: '<=', unit: 'count', samples: joined }),
    ...rule('maxAbandonedShare', { value: share(abandoned, joined), operator: '<=', unit: 'share', samples: joined }),
    ...announced(folded, limits),
    ...rule('longestWait', { value: queue.longestWait, operator: '<=', unit: 'ms', samples: joined }),
    ...rule('laneDifference', { value: queue.laneDifference, operator: '<=', unit: 'ms', samples: joined }).map(unlessMissing),
  ];
}

/** None for a limit that is not set. */
function queueCriterion(name: QueueRule, measured: Measured, limits: QueueLimits): CriterionResult[] {
  const limit = limits[name];
  const { subject, title } = QUEUE_WORDS[name];
  if (limit === undefined || limit === null) return [];
  return [exactCriterion({ id: `queue.${name}`, kind: 'queue', subject, title, statistic: name, limit, ...measured })];
}

const unlessMissing = (criterion: CriterionResult): CriterionResult =>
  criterion.value === null ? { ...criterion, advisory: true } : criterion;

const isLarge = ({ admitted, unadmitted }: LaneSummary): boolean => admitted + unadmitted >= FEWEST_ORDERED;

/** The order of the lane that kept it worst, and each lane whose order is unknown: it must not be dropped in silence. */
function order({ kendallTau, admitted, lanes }: Queue, limits: QueueLimits): CriterionResult[] {
  const measured = (value: number | null, samples: number): Measured => ({ value, operator: '>=', unit: 'ratio', samples });
  const worst = queueCriterion('minKendallTau', measured(kendallTau, admitted), limits);
  const open = lanes.filter(({ isOpen, admitted: people }) => isOpen && people > 1);
  const unknown = open.flatMap((lane) =>
    queueCriterion('minKendallTau', measured(null, lane.admitted), limits).map((one): CriterionResult => {
      const named = { ...one, id: `${one.id}.${lane.lane}`, subject: lane.lane, title: laneTitle(lane.lane) };
      return isLarge(lane) ? named : { ...named, advisory: true };
    }),
  );
  // Without anybody let in nothing is shown; with a few people, or with all of them let in at once, nothing is missing.
  return [...(admitted > 0 ? worst.map(unlessMissing) : worst), ...unknown];
}

function announced(folded: JudgeInput['folded'], limits: QueueLimits): CriterionResult[] {
  const { people, within } = announcedAccuracy(folded, limits);
  const criterion = queueCriterion('minAnnouncedShare', { value: within, operator: '>=', unit: 'share', samples: people }, limits);
  return folded.admissions.length > 0 ? criterion.map(unlessMissing) : criterion;
}
