import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-S4: a nonce is good for one application. */
export const nonceUsedOnce = invariant({
  says: 'a nonce is good for one application',
  needs: { application: ['receipt', 'nonce', 'status'] },
  options: {},
  check: ({ records }) => {
    const accepted = records.application.filter(({ status }) => status === 'accepted');
    return examineEach(
      groupBy(accepted, ({ nonce }) => nonce),
      ([nonce, uses]) => (uses.length === 1 ? null : `nonce ${nonce}: receipts ${uses.map(({ receipt }) => receipt).join(', ')}`),
    );
  },
});
