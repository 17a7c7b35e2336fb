import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-S2: every receipt that anybody was shown has exactly one valid signature. */
export const receiptHasOneSignature = invariant({
  says: 'each receipt has exactly one valid signature',
  needs: { application: ['receipt', 'status'], signature: ['receipt', 'valid'] },
  options: {},
  check: ({ records }) => {
    const valid = groupBy(
      records.signature.filter((one) => one.valid),
      ({ receipt }) => receipt ?? '',
    );
    const accepted = records.application.filter(({ status }) => status === 'accepted');
    return examineEach(accepted, ({ receipt }) => {
      const count = valid.get(receipt)?.length ?? 0;
      return count === 1 ? null : `receipt ${receipt}: ${count} valid signatures`;
    });
  },
});
