import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-S1: what is kept of an application is byte for byte what was signed, by its digest. */
export const storedIsSigned = invariant({
  says: 'the stored application is what was signed',
  needs: { application: ['receipt', 'stored', 'signed'] },
  options: {},
  check: ({ records }) =>
    examineEach(records.application, ({ receipt, stored, signed }) =>
      stored === signed ? null : `receipt ${receipt}: stored ${stored}, signed ${signed}`,
    ),
});
