import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M3: one purchase is charged at most once, whatever it was paid with and under whichever key. */
export const chargedOnce = invariant({
  says: 'one purchase is charged at most once, over all tenders',
  needs: { payment: ['receipt', 'purchase', 'status'] },
  options: {},
  check: ({ records }) =>
    examineEach(
      groupBy(records.payment, ({ purchase }) => purchase),
      ([purchase, payments]) => {
        const charged = payments.filter(({ status }) => status === 'accepted');
        return charged.length <= 1 ? null : `purchase ${purchase}: receipts ${charged.map(({ receipt }) => receipt).join(', ')}`;
      },
    ),
});
