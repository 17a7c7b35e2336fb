import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';
import { placeId } from './place-id.ts';

/** I-Q3: every place that somebody held is known to the waiting room, and whoever was told to come in is let in by its books. */
export const noPlaceLost = invariant({
  says: 'no place in line is lost',
  needs: { place: ['lane', 'ticket'], entry: ['lane', 'ticket'] },
  options: {},
  check: ({ records, client }) => {
    const [kept, entered] = [new Set(records.place.map(placeId)), new Set(records.entry.map(placeId))];
    const admitted = new Set(client.admitted.map(placeId));
    return examineEach(client.places, (place) => {
      const id = placeId(place);
      if (!kept.has(id)) return `${id}: held by somebody, not known to the waiting room`;
      return admitted.has(id) && !entered.has(id) ? `${id}: told to come in, not let in by the books` : null;
    });
  },
});
