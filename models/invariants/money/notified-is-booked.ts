import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M11 for messages: what a customer is told of a payment afterwards is what the books say. */
export const notifiedIsBooked = invariant({
  says: 'messages say of a payment what the books say',
  needs: { notification: ['key', 'status'], payment: ['key', 'status'] },
  options: {},
  check: ({ records }) => {
    const booked = new Map(records.payment.map(({ key, status }) => [key, status]));
    return examineEach(records.notification, ({ key, status }) => {
      const stands = booked.get(key);
      return stands === status ? null : `key ${key}: notified ${status}, the books say ${stands ?? 'nothing'}`;
    });
  },
});
