import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-A6: sessions end by what people do or by a rule, never because of another device. `allowed`: what may end one. */
export const noSpuriousLogout = invariant({
  says: 'nobody is logged out by anything but themselves or a rule',
  needs: { session: ['session', 'endedBy'] },
  options: { allowed: { kind: 'texts', unless: ['user', 'idle', 'expiry'] } },
  check: ({ records, options }) =>
    examineEach(records.session, ({ session, endedBy }) =>
      endedBy === null || options.allowed.includes(endedBy) ? null : `session ${session}: ended by ${endedBy}`,
    ),
});
