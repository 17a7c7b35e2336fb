import type { Answer } from '../../../surgeproof.ts';
import { thinkTimes } from '../think-times.ts';
import type { LoginUser } from '../voucher-user.ts';

/** Opens the app and logs in; a person whom the service sends there confirms who they are by a code first. Returns whether they did. */
export async function login(user: LoginUser): Promise<boolean> {
  await openApp(user);

  await user.think(thinkTimes.login);
  const { account, place } = user;
  const answer = user.post('login', '/login', {
    json: { user: account.user, pin: account.pin },
    expect: 200,
    read: (reply) => ({ status: reply.text('next'), receipt: '' }),
    safeToRepeat: true,
  });
  const { status: next } = await user.journal({ lane: place.lane, ticket: place.ticket }, answer);
  if (next === 'identity') await confirmIdentity(user);
  return next === 'identity';
}

/** The app checks its version. A pass that ran out on the way means to queue once more, as in life; one that is still good must open. */
async function openApp(user: LoginUser): Promise<void> {
  for (;;) {
    const version = await user.get('open-app', '/app/version', {
      expect: { status: [200, 403], when: (answer) => answer.status === 200 || isOver(user, answer) },
      read: (answer) => (answer.status === 200 ? answer.text('version') : null),
    });
    if (version !== null) return;
    await user.waitInLine();
  }
}

const isOver = (user: LoginUser, answer: Answer): boolean => answer.find('error') === 'pass-expired' && user.passMayBeOver;

/** Asks for a code by text message and types it in. */
async function confirmIdentity(user: LoginUser): Promise<void> {
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
