import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M6: a payment that was cancelled is not approved, also when it arrives after its cancel. */
export const cancelBlocksApproval = invariant({
  says: 'a net cancel blocks its payment, also one that comes later',
  needs: { cancellation: ['key'], payment: ['key', 'receipt', 'status'] },
  options: {},
  check: ({ records }) => {
    const approved = new Map(records.payment.filter(({ status }) => status === 'accepted').map(({ key, receipt }) => [key, receipt]));
    return examineEach(records.cancellation, ({ key }) =>
      approved.has(key) ? `key ${key}: cancelled, and approved as ${approved.get(key)}` : null,
    );
  },
});
