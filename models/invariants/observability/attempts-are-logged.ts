import { ofSteps } from '../client-side.ts';
import { examineEach, groupBy } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-L1: every attempt that got an answer is in the log of the application, as good or as failed as the person was told. */
export const attemptsAreLogged = invariant({
  says: 'every attempt is in the log, as it was answered',
  needs: { attempt: ['key', 'status'] },
  journal: true,
  options: { steps: { kind: 'texts', unless: [] } },
  check: ({ records, client, options: { steps } }) => {
    const logged = groupBy(records.attempt, ({ key }) => key);
    const answered = ofSteps(client.entries, steps).filter(({ key, status }) => key !== '' && status !== 'unknown');
    return examineEach(answered, ({ key, person, status }) => {
      const lines = logged.get(key) ?? [];
      if (lines.some((line) => (line.status === 'accepted') === (status === 'accepted'))) return null;
      const found = lines.length === 0 ? 'nothing' : lines.map((line) => line.status).join(', ');
      return `key ${key} of person ${person}: told ${status}, the log has ${found}`;
    });
  },
});
