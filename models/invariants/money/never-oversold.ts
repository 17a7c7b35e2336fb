import { examineEach, sumBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M9: no more is sold than there was. */
export const neverOversold = invariant({
  says: 'no more is sold than there was',
  needs: { stock: ['item', 'quantity'], sale: ['item', 'quantity', 'status'] },
  options: {},
  check: ({ records }) => {
    const stocked = sumBy(
      records.stock,
      ({ item }) => item,
      ({ quantity }) => quantity,
    );
    const standing = records.sale.filter(({ status }) => status === 'accepted');
    const sold = sumBy(
      standing,
      ({ item }) => item,
      ({ quantity }) => quantity,
    );
    return examineEach(new Set([...stocked.keys(), ...sold.keys()]), (item) => {
      const [had, gone] = [stocked.get(item) ?? 0, sold.get(item) ?? 0];
      return gone <= had ? null : `item ${item}: ${gone} sold of ${had}`;
    });
  },
});
