import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-D3: the clock of each machine is right within 100 ms, or as said. */
export const clocksAgree = invariant({
  says: 'the clocks of all machines agree',
  needs: { clock: ['node', 'offset'] },
  options: { within: { kind: 'duration', unless: 100 } },
  check: ({ records, options }) =>
    examineEach(records.clock, ({ node, offset }) =>
      Math.abs(offset) <= options.within ? null : `node ${node}: ${offset} ms off, at most ${options.within} ms allowed`,
    ),
});
