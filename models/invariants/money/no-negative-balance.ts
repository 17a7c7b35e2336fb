import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M1: no balance is below zero. */
export const noNegativeBalance = invariant({
  says: 'no balance is negative',
  needs: { balance: ['account', 'amount'] },
  options: {},
  check: ({ records }) => examineEach(records.balance, ({ account, amount }) => (amount >= 0 ? null : `account ${account}: ${amount}`)),
});
