import { ofSteps } from '../client-side.ts';
import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** The other half of I-D5: every receipt that somebody was shown stands for an application of theirs. */
export const receiptHasApplication = invariant({
  says: 'each receipt stands for an application',
  needs: { application: ['key', 'receipt', 'status'] },
  journal: true,
  options: { steps: { kind: 'texts', unless: [] } },
  check: ({ records, client, options: { steps } }) => {
    const kept = new Map(records.application.filter(({ status }) => status === 'accepted').map((one) => [one.key, one.receipt]));
    const shown = ofSteps(client.entries, steps).filter(({ key, status }) => status === 'accepted' && key !== '');
    return examineEach(shown, ({ key, person, receipt }) => {
      const stored = kept.get(key);
      if (stored === receipt) return null;
      return `key ${key} of person ${person}: shown receipt ${receipt}, ${stored === undefined ? 'no application is kept' : `kept under ${stored}`}`;
    });
  },
});
