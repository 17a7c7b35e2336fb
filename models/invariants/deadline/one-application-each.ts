import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-D4: nobody has two applications for the same thing. */
export const oneApplicationEach = invariant({
  says: 'one application for each identity and item',
  needs: { application: ['receipt', 'identity', 'item', 'status'] },
  options: {},
  check: ({ records }) => {
    const accepted = records.application.filter(({ status }) => status === 'accepted');
    return examineEach(groupBy(accepted, ({ identity, item }) => JSON.stringify([identity, item])).values(), (group) => {
      const [{ identity, item }] = group as [(typeof group)[number]];
      return group.length === 1 ? null : `identity ${identity}, item ${item}: receipts ${group.map(({ receipt }) => receipt).join(', ')}`;
    });
  },
});
