import { payByCard } from '../payments/pay-by-card.ts';
import { purchaseOf } from '../payments/purchases.ts';
import { thinkTimes } from '../think-times.ts';
import type { PaymentUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Purchases that no balance covers: 600,000 won more than the usual one. Assumed. */
const LARGE = { share: 0.2, more: 600_000 } as const;
/** People who agreed that the ordinary card pays then. Assumed. */
const AGREED_SHARE = 0.5;

/** Pays by the linked card: the voucher balance first, the card itself only where that does not suffice and its owner agreed. */
export async function linkedCard(user: PaymentUser): Promise<void> {
  await login(user);
  const usual = purchaseOf(() => user.random());
  const asked = user.random() < LARGE.share ? { ...usual, amount: usual.amount + LARGE.more } : usual;
  const agreed = user.random() < AGREED_SHARE;

  await user.think(thinkTimes.pay);
  const status = await payByCard(user, asked, { purchase: user.newKey(), agreed });
  if (status === 'void') user.turnedAway('the card network did not answer in time');
}
