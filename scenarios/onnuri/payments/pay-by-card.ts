import type { Answer, Receipt } from '../../../surgeproof.ts';

import type { PaymentUser } from '../voucher-user.ts';
import { type Purchase, storeName } from './purchases.ts';
import { DECLINED, isReceipt, receiptOf } from './receipts.ts';

/** What one try to pay is noted with: all tries to pay for one thing have the same `purchase`. */
interface Try {
  readonly purchase: string;
  /** Whether the ordinary card may pay where the balance does not suffice. */
  readonly agreed: boolean;
}

/** The card network did not answer in time: accepted, and to be looked up. */
const PENDING = 202;

const cardReceipt = (answer: Answer): Receipt => (answer.status === PENDING ? { status: 'unknown', receipt: '' } : receiptOf(answer));

/** Pays by the linked card, and looks up what became of it where the answer is not there yet. Returns the last word. */
export async function payByCard(user: PaymentUser, asked: Purchase, { purchase, agreed }: Try): Promise<string> {
  const key = user.newKey();
  const { amount, store } = asked;
  const answer = user.post('pay-card', '/card-payments', {
    json: { key, merchant: storeName(asked), amount, agreed },
    key,
    expect: { status: [200, PENDING, DECLINED], when: (one) => one.status === PENDING || isReceipt(one) },
    read: cardReceipt,
  });
  const { status } = await user.journal({ key, amount, store, agreed, purchase }, answer);
  return status === 'unknown' ? lookUp(user, asked, { key, purchase, agreed }) : status;
}

/** Tries to learn what became of a payment; somebody knows after seconds. */
const MOST_LOOKS = 20;
/** Milliseconds between two. */
const LOOK_EVERY = 1_000;

/** What the service knows of a payment by now; what is not settled yet is `unknown`. */
function known(answer: Answer): Receipt {
  const status = answer.text('status');
  if (status === 'pending' || status === 'none') return { status: 'unknown', receipt: '' };
  return { status, receipt: answer.text('receipt') };
}

async function lookUp(user: PaymentUser, { amount, store }: Purchase, { key, ...facts }: Try & { readonly key: string }): Promise<string> {
  for (let look = 0; look < MOST_LOOKS; look++) {
    await user.wait(LOOK_EVERY);
    const answer = user.get('look-up', `/payments/${key}`, { read: known });
    const { status } = await user.journal({ key, amount, store, ...facts }, answer);
    if (status !== 'unknown') return status;
  }
  return user.giveUp('nobody knows what became of the payment');
}
