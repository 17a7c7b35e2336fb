import type { Answer, Receipt } from '../../../surgeproof.ts';

/** A payment declined for want of money is a good answer too. */
export const DECLINED = 402;
const isDeclined = (answer: Answer): boolean => answer.status === DECLINED && answer.find('error') === 'declined';

export const isReceipt = (answer: Answer): boolean => answer.status === 200 || isDeclined(answer);

const WORDS = ['approved', 'cancelled', 'refunded'];

/** What the service says of money that it moved, or declined to. */
export function receiptOf(answer: Answer): Receipt {
  if (isDeclined(answer)) return { status: 'declined', receipt: '' };
  const status = answer.text('status');
  if (!WORDS.includes(status)) return answer.refuse(`none of ${WORDS.join(', ')}`);
  return { status, receipt: answer.text('receipt') };
}

/** A refusal for this reason. */
export const refusedAs =
  (...codes: readonly string[]) =>
  (answer: Answer): boolean =>
    codes.includes(String(answer.find('error')));
