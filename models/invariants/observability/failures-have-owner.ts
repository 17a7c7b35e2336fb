import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-L2: the log says of each failure why, and who was at fault. */
export const failuresHaveOwner = invariant({
  says: 'each failure has a cause and an owner',
  needs: { attempt: ['key', 'status', 'cause', 'owner'] },
  options: {},
  check: ({ records }) =>
    examineEach(
      records.attempt.filter(({ status }) => status !== 'accepted'),
      ({ key, status, cause, owner }) => {
        const missing = [cause === null ? 'a cause' : '', owner === null ? 'an owner' : ''].filter((one) => one !== '');
        return missing.length === 0 ? null : `key ${key}: ${status} without ${missing.join(' and ')}`;
      },
    ),
});
