import { entriesByKey } from '../client-side.ts';
import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-D5: an application stands only if somebody has a receipt for it, or may have one: the answer never came. */
export const noReceiptNoEffect = invariant({
  says: 'without a receipt nothing is kept',
  needs: { application: ['key', 'receipt', 'status'] },
  journal: true,
  whole: true,
  options: {},
  check: ({ records, client }) => {
    const told = entriesByKey(client.entries);
    return examineEach(
      records.application.filter(({ status }) => status === 'accepted'),
      ({ key, receipt }) => {
        const answer = told.get(key);
        if (answer === undefined) return `receipt ${receipt}, key ${key}: nobody asked for it`;
        return answer.status === 'accepted' || answer.status === 'unknown' ? null : `receipt ${receipt}, key ${key}: told ${answer.status}`;
      },
    );
  },
});
