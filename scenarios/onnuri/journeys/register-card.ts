import { thinkTimes } from '../think-times.ts';
import type { VoucherUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Logs in, and registers a card; then looks whether the money is there. */
export async function registerCard(user: VoucherUser): Promise<void> {
  await login(user);

  await user.think(thinkTimes['register-card']);
  const { card, issuer } = user.account;
  await user.post('register-card', '/cards', {
    // The service knows a repetition by this key.
    json: { card, issuer, key: user.newKey() },
    read: (answer) => answer.text('card'),
    safeToRepeat: true,
  });

  await user.get('balance', '/balance', { read: (answer) => answer.number('balance') });
}
