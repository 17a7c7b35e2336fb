import { examineEach, type Found } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** Exact for whole amounts of any size. */
const sum = (amounts: readonly number[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** I-M2: users, merchants, issuers and money under way together hold as much as before, to the won. */
export const moneyConserved = invariant({
  says: 'no money appears or vanishes',
  needs: { balance: ['account', 'amount', 'before'] },
  options: {},
  check: ({ records: { balance } }): Found => {
    const odd = examineEach(balance, ({ account, amount, before }) =>
      Number.isSafeInteger(amount) && Number.isSafeInteger(before) ? null : `account ${account}: ${before} and ${amount} must be whole`,
    );
    if (odd.violations > 0) return odd;
    const [before, after] = [sum(balance.map((one) => one.before)), sum(balance.map(({ amount }) => amount))];
    if (before === after) return odd;
    return {
      ...odd,
      violations: 1,
      examples: [`all ${balance.length} accounts: ${before} before, ${after} after, ${after - before} more`],
    };
  },
});
