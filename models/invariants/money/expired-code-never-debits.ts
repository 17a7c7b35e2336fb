import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-M8: a code that is none, or older than 3 minutes (or as said), debits nobody. */
export const expiredCodeNeverDebits = invariant({
  says: 'an invalid or expired code never debits',
  needs: { code: ['code', 'issuedAt', 'valid'], payment: ['receipt', 'code', 'at', 'status'] },
  options: { within: { kind: 'duration', unless: 180_000 } },
  check: ({ records, options }) => {
    const codes = new Map(records.code.map((one) => [one.code, one]));
    const charged = records.payment.filter(({ status }) => status === 'accepted');
    return examineEach(charged, ({ receipt, code, at }) => {
      const made = codes.get(code);
      if (made === undefined || !made.valid) return `receipt ${receipt}: code ${code} is not valid`;
      const age = at - made.issuedAt;
      return age <= options.within ? null : `receipt ${receipt}: code ${code} was ${age} ms old`;
    });
  },
});
