import { examineEach, groupBy, sayInstant } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-A3: somebody who is blocked does not get through before the block ends. */
export const blockedStaysBlocked = invariant({
  says: 'a blocked identity is never let through before the block ends',
  needs: { block: ['identity', 'from', 'until'], attempt: ['key', 'identity', 'at', 'status'] },
  options: {},
  check: ({ records }) => {
    const blocks = groupBy(records.block, ({ identity }) => identity);
    return examineEach(records.attempt, ({ key, identity, at, status }) => {
      if (status !== 'accepted') return null;
      const block = blocks.get(identity)?.find(({ from, until }) => from <= at && at < until);
      return block === undefined
        ? null
        : `key ${key}, identity ${identity}: accepted at ${sayInstant(at)}, blocked until ${sayInstant(block.until)}`;
    });
  },
});
