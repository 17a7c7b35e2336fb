import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';
import { placeId } from './place-id.ts';

/** I-Q1: nobody is let in without a place in line that was given out, and with each place one person. */
export const admissionHasTicket = invariant({
  says: 'nobody is let in without a ticket',
  needs: { entry: ['lane', 'ticket'], place: ['lane', 'ticket'] },
  options: {},
  check: ({ records }) => {
    const given = new Set(records.place.map(placeId));
    const used = new Set<string>();
    return examineEach(records.entry, (entry) => {
      const id = placeId(entry);
      if (!given.has(id)) return `${id}: let in, and never given out`;
      if (used.has(id)) return `${id}: let in twice`;
      used.add(id);
      return null;
    });
  },
});
