import { entriesByKey } from '../client-side.ts';
import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-D1: what the server received up to the deadline is never refused as late, in its log or to anybody, however long it was worked on. */
export const inTimeIsNeverLate = invariant({
  says: 'what is received in time is never refused as late',
  needs: { attempt: ['key', 'at', 'status'] },
  journal: true,
  options: { deadline: { kind: 'instant' } },
  check: ({ records, client, options: { deadline } }) => {
    const told = entriesByKey(client.entries);
    const inTime = records.attempt.filter(({ at }) => at <= deadline);
    return examineEach(inTime, ({ key, at, status }) => {
      const refused = status === 'late' ? 'refused as late' : told.get(key)?.status === 'late' ? 'told that it is late' : null;
      return refused === null ? null : `key ${key}: received ${deadline - at} ms before the deadline, ${refused}`;
    });
  },
});
