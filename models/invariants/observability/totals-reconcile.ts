import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-L3: the service counts as many requests of a step as were sent; one without an answer may have come or not. */
export const totalsReconcile = invariant({
  says: 'the service counts the requests that were sent',
  needs: { total: ['step', 'count'] },
  whole: true,
  options: {},
  check: ({ records, client }) => {
    const totals = new Map(client.totals.map((one) => [one.step, one]));
    return examineEach(records.total, ({ step, count }) => {
      const { sent, answered } = totals.get(step) ?? { sent: 0, answered: 0 };
      if (count >= answered && count <= sent) return null;
      return `step ${step}: counted ${count}, sent ${sent}, of which ${answered} were answered`;
    });
  },
});
