import { plural } from '../../words/count.ts';
import type { RuleWords } from './queue-words.ts';

export type RecoveryRule = 'done' | 'recovery' | 'failFast';

/** A rule without words here does not compile. */
export const RECOVERY_WORDS: Readonly<Record<RecoveryRule, RuleWords>> = {
  done: {
    title: 'Faults that were not there as planned',
    clause: (value, _, n) =>
      `${value} of ${plural(n, 'fault', 'faults')} could not be made or ended as planned, so the run shows less than it should`,
  },
  recovery: {
    title: 'Recovery after the last fault',
    clause: (value, limit) => `requests succeeded again ${value} after the end of the last fault (limit ${limit})`,
  },
  failFast: {
    title: 'Failing fast while a fault lasts',
    clause: (value, limit) => `while a fault lasted, 95 % of the requests that failed did so within ${value} (limit ${limit})`,
  },
};

/** What is said of a recovery that the run did not see. */
export const NOT_RECOVERED = 'requests did not succeed again after the last fault for as long as people arrived';
