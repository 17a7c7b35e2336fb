import { thinkTimes } from '../think-times.ts';
import type { VoucherUser } from '../voucher-user.ts';

/** Opens the app and logs in; a person whom the service sends there confirms who they are by a code first. */
export async function login(user: VoucherUser): Promise<void> {
  await openApp(user);

  await user.think(thinkTimes.login);
  const { account } = user;
  const next = await user.post('login', '/login', {
    json: { user: account.user, pin: account.pin },
    expect: 200,
    read: (answer) => answer.text('next'),
    safeToRepeat: true,
  });
  if (next === 'identity') await confirmIdentity(user);
}

/** The app checks its version. A pass that ran out on the way means to queue once more, as in life. */
async function openApp(user: VoucherUser): Promise<void> {
  for (;;) {
    const version = await user.get('open-app', '/app/version', {
      expect: (answer) => answer.status === 200 || (answer.status === 403 && answer.find('error') === 'pass-expired'),
      read: (answer) => (answer.status === 200 ? answer.text('version') : null),
    });
    if (version !== null) return;
    await user.waitInLine();
  }
}

/** Asks for a code by text message and types it in. */
async function confirmIdentity(user: VoucherUser): Promise<void> {
  await user.think(thinkTimes['identity-send']);
  const { carrier, phone } = user.account;
  const sent = await user.post('identity-send', '/identity/send', {
    json: { carrier, phone, method: 'SMS' },
    read: (answer) => ({ request: answer.text('request'), code: answer.text('code') }),
    safeToRepeat: true,
  });

  await user.think(thinkTimes['identity-confirm']);
  await user.post('identity-confirm', '/identity/confirm', {
    json: sent,
    read: (answer) => answer.boolean('verified') || answer.refuse('not verified'),
    safeToRepeat: true,
  });
}
