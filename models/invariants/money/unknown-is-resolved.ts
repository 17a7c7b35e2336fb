import { examineEach, sayInstant } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M5: every payment is final within a time; one that is younger than that when the records are read may still be open. */
export const unknownIsResolved = invariant({
  says: 'every unknown payment is resolved in time',
  needs: { payment: ['key', 'at', 'status', 'settledAt'] },
  options: { within: { kind: 'duration', unless: 300_000 } },
  check: ({ records, client, options: { within } }) =>
    examineEach(records.payment, ({ key, at, status, settledAt }) => {
      const open = status === 'unknown' || settledAt === null;
      const age = (open ? client.readAt : settledAt) - at;
      if (age <= within) return null;
      return open ? `key ${key}: ${status} since ${sayInstant(at)}` : `key ${key}: final after ${age} ms, at most ${within} ms allowed`;
    }),
});
