import { plural } from '../../words/count.ts';
import type { QueueLimits } from '../../workload/surge/budget.ts';

/** Limits of the queue that are judged; the others say how. */
export type QueueRule = Exclude<keyof QueueLimits, 'maxAnnouncedError' | 'announcedGraceSeconds' | 'source' | 'kind'>;

/** The order of one lane, where it is unknown. */
export const laneTitle = (lane: string): string => `Order of the lane ${lane}`;

/** A rule in words: what it is about, its name, and what was found as the clause of a sentence. */
export interface RuleWords {
  readonly title: string;
  readonly clause: (value: string, limit: string, samples: number) => string;
}

/** A rule of the queue without words here does not compile. */
export const QUEUE_WORDS: Readonly<Record<QueueRule, RuleWords & { readonly subject: string }>> = {
  maxInversionShare: {
    subject: 'order',
    title: 'People overtaken in the queue',
    clause: (value, limit, n) => `${value} of ${plural(n, 'person', 'people')} were overtaken by someone who joined later (limit ${limit})`,
  },
  minKendallTau: {
    subject: 'order',
    title: 'Order of the queue',
    clause: (value, limit) => `the rank correlation between joining and admission is ${value} (at least ${limit} required)`,
  },
  maxLostPlaces: {
    subject: 'places',
    title: 'Lost places in the queue',
    clause: (value, limit) => `the waiting room lost ${value} places in the queue (limit ${limit})`,
  },
  maxAbandonedShare: {
    subject: 'patience',
    title: 'People who left the queue',
    clause: (value, limit) => `${value} of the people in the queue left before they were admitted (limit ${limit})`,
  },
  minAnnouncedShare: {
    subject: 'announced wait',
    title: 'Announced waiting times',
    clause: (value, limit) => `the announced waiting time was right for ${value} of the people (at least ${limit} required)`,
  },
  longestWait: {
    subject: 'wait',
    title: 'Longest wait in the queue',
    clause: (value, limit) => `the longest wait in the queue was ${value} (limit ${limit})`,
  },
  laneDifference: {
    subject: 'lanes',
    title: 'Difference between the lanes',
    clause: (value, limit) => `the median waits of the lanes differed by ${value} (limit ${limit})`,
  },
};
