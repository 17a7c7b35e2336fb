import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-D2: what the server received after the deadline is never accepted. */
export const lateIsNeverAccepted = invariant({
  says: 'what is received after the deadline is never accepted',
  needs: { application: ['receipt', 'at', 'status'] },
  options: { deadline: { kind: 'instant' } },
  check: ({ records, options: { deadline } }) =>
    examineEach(records.application, ({ receipt, at, status }) =>
      status === 'accepted' && at > deadline ? `receipt ${receipt}: received ${at - deadline} ms after the deadline` : null,
    ),
});
