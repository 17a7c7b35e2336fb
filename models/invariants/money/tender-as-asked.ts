import { entriesByKey } from '../client-side.ts';
import { entriesOf } from '../entries-of.ts';
import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M4: what is charged is what the person chose to pay with, or confirmed instead: the fact `confirmed` of the surge, a tender too. */
export const tenderAsAsked = invariant({
  says: 'the tender that is charged is the one that was asked for',
  needs: { payment: ['key', 'tender', 'status'] },
  journal: true,
  facts: ['tender'],
  options: {},
  check: ({ records, client }) => {
    const asked = entriesByKey(entriesOf(client, ['accepted', 'refused', 'wrong', 'late', 'cancelled', 'unknown'], 'tender'));
    const charged = records.payment.filter(({ key, status }) => status === 'accepted' && asked.has(key));
    return examineEach(charged, ({ key, tender }) => {
      const { tender: wished, confirmed } = asked.get(key)!.facts;
      return tender === wished || tender === confirmed ? null : `key ${key}: charged ${tender}, asked for ${wished}`;
    });
  },
});
