import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-A1: nobody is logged in without something that proved who it is, verified before the session began. */
export const sessionHasFactor = invariant({
  says: 'no session without a verified factor',
  needs: { session: ['session', 'at', 'factor', 'factorAt'] },
  options: {},
  check: ({ records }) =>
    examineEach(records.session, ({ session, at, factor, factorAt }) => {
      if (factor === null || factorAt === null) return `session ${session}: no factor was verified`;
      return factorAt <= at ? null : `session ${session}: began ${factorAt - at} ms before its factor ${factor} was verified`;
    }),
});
