import { examineEach, groupBy, sayInstant } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** How many more a second may let in than the rate says: timers of waiting rooms are coarse. Source: I-Q2. */
const TOLERANCE = 1.1;
const SECOND = 1_000;

/** I-Q2: in no second are more people let in than the rate says, and a tenth. Seconds are those of the clock. */
export const admittedWithinCapacity = invariant({
  says: 'no second lets in more people than the capacity',
  needs: { entry: ['at'] },
  options: { capacity: { kind: 'rate' } },
  check: ({ records, options }) => {
    const most = Math.max(1, Math.floor(options.capacity * TOLERANCE + 1e-9));
    const seconds = groupBy(records.entry, ({ at }) => String(Math.floor(at / SECOND)));
    return examineEach(seconds, ([second, { length }]) =>
      length <= most ? null : `${sayInstant(Number(second) * SECOND)}: ${length} let in, at most ${most} allowed`,
    );
  },
});
