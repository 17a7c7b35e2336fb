import { entriesByKey, ofSteps } from '../client-side.ts';
import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M11: the books say of each payment what its person was told: whether, how much, and under which receipt. */
export const toldIsBooked = invariant({
  says: 'what people were told of a payment is what the books say',
  needs: { payment: ['key', 'receipt', 'amount', 'status'] },
  journal: true,
  options: { steps: { kind: 'texts', unless: [] } },
  check: ({ records, client, options: { steps } }) => {
    const charged = new Map(records.payment.filter(({ status }) => status === 'accepted').map((one) => [one.key, one]));
    const told = [...entriesByKey(ofSteps(client.entries, steps)).values()];
    return examineEach(
      told.filter(({ status }) => status !== 'unknown'),
      ({ key, person, status, receipt, amount }) => {
        const booked = charged.get(key);
        const who = `key ${key} of person ${person}: told ${status}`;
        if (status !== 'accepted') return booked === undefined ? null : `${who}, charged ${booked.amount} as ${booked.receipt}`;
        if (booked === undefined) return `${who} as ${receipt}, not in the books`;
        if (booked.receipt !== receipt) return `${who} as ${receipt}, booked as ${booked.receipt}`;
        return amount === null || amount === booked.amount ? null : `${who} for ${amount}, booked ${booked.amount}`;
      },
    );
  },
});
