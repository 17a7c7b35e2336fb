import { entriesByKey } from '../client-side.ts';
import { examineEach } from '../examine.ts';
import { invariant } from '../invariant.ts';

/** I-S3: an invalid signature leads to no receipt, neither in the books nor on anybody's screen. */
export const invalidSignatureNoReceipt = invariant({
  says: 'an invalid signature never yields a receipt',
  needs: { signature: ['key', 'receipt', 'valid'] },
  journal: true,
  options: {},
  check: ({ records, client }) => {
    const told = entriesByKey(client.entries);
    return examineEach(
      records.signature.filter(({ valid }) => !valid),
      ({ key, receipt }) => {
        if (receipt !== null) return `key ${key}: receipt ${receipt} for an invalid signature`;
        const answer = told.get(key);
        return answer?.status === 'accepted' ? `key ${key}: told receipt ${answer.receipt} for an invalid signature` : null;
      },
    );
  },
});
