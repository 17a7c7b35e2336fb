import { thinkTimes } from '../think-times.ts';
import type { VoucherUser } from '../voucher-user.ts';
import { login } from './login.ts';

/** Logs in, and registers a card; then looks whether the money is there. */
export async function registerCard(user: VoucherUser): Promise<void> {
  const identified = await login(user);

  await user.think(thinkTimes['register-card']);
  const { card, issuer } = user.account;
  const key = user.newKey();
  const registration = user.post('register-card', '/cards', {
    json: { card, issuer, key },
    // The service knows a repetition by the key in the body.
    key,
    read: (answer) => ({ status: 'registered', receipt: answer.text('card') }),
  });
  await user.journal({ key, identified }, registration);

  await user.get('balance', '/balance', { read: (answer) => answer.number('balance') });
}
