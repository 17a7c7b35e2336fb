import { entriesOf } from '../entries-of.ts';
import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/**
 * I-A2: the counter of somebody equals how often they were told that they were wrong, whatever came at the same time. An attempt without an
 * answer may have counted or not; at the lock the counter may stop.
 */
export const strikesAreExact = invariant({
  says: 'counters of wrong attempts are exact, also for attempts at the same time',
  needs: { strike: ['identity', 'count'] },
  journal: true,
  whole: true,
  facts: ['identity'],
  options: { lockAt: { kind: 'count', unless: Number.MAX_SAFE_INTEGER } },
  check: ({ records, client, options }) => {
    const told = groupBy(entriesOf(client, ['wrong', 'unknown'], 'identity'), ({ facts }) => String(facts.identity));
    const counted = new Map(records.strike.map(({ identity, count }) => [identity, count]));
    return examineEach(new Set([...told.keys(), ...counted.keys()]), (identity) => {
      const entries = told.get(identity) ?? [];
      const wrong = entries.filter(({ status }) => status === 'wrong').length;
      const [least, most] = [Math.min(wrong, options.lockAt), entries.length];
      const count = counted.get(identity) ?? 0;
      if (count >= least && count <= most) return null;
      return `identity ${identity}: counted ${count}, was told ${wrong} times that it is wrong`;
    });
  },
});
