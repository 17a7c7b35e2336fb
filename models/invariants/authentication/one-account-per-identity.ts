import { examineEach, groupBy, together } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-A5: an identity has one account, and an account one identity. */
export const oneAccountPerIdentity = invariant({
  says: 'one identity has one account, and one account one identity',
  needs: { account: ['account', 'identity'] },
  options: {},
  check: ({ records: { account: rows } }) =>
    together(
      examineEach(
        groupBy(rows, ({ identity }) => identity),
        ([identity, accounts]) => {
          const names = [...new Set(accounts.map(({ account }) => account))];
          return names.length === 1 ? null : `identity ${identity}: accounts ${names.join(', ')}`;
        },
      ),
      examineEach(
        groupBy(rows, ({ account }) => account),
        ([account, owners]) => {
          const names = [...new Set(owners.map(({ identity }) => identity))];
          return names.length === 1 ? null : `account ${account}: identities ${names.join(', ')}`;
        },
      ),
    ),
});
