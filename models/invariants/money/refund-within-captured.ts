import { examineEach, sumBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M7: no more is given back than was taken, over all refunds of a payment. */
export const refundWithinCaptured = invariant({
  says: 'refunds are at most what was captured',
  needs: { payment: ['receipt', 'amount', 'status'], refund: ['receipt', 'amount'] },
  options: {},
  check: ({ records }) => {
    // A payment that was refunded whole may stand as cancelled.
    const took = records.payment.filter(({ status }) => status === 'accepted' || status === 'cancelled');
    const captured = new Map(took.map(({ receipt, amount }) => [receipt, amount]));
    const refunded = sumBy(
      records.refund,
      ({ receipt }) => receipt,
      ({ amount }) => amount,
    );
    return examineEach(refunded, ([receipt, amount]) =>
      amount <= (captured.get(receipt) ?? 0) ? null : `receipt ${receipt}: refunded ${amount}, captured ${captured.get(receipt) ?? 0}`,
    );
  },
});
