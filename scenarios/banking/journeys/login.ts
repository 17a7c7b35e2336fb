import type { CustomerUser, LoggedIn } from '../customer-user.ts';
import { habits } from '../habits.ts';
import { thinkTimes } from '../think-times.ts';
import { attempt } from './attempts.ts';
import { guessPins } from './guesses.ts';

export type Channel = 'app' | 'web';

/** Versions of the app: the bank lets in 5 and up. */
const VERSION = { old: 4, current: 5 } as const;

/** A proof of identity, by phone; of somebody who is no customer yet without a name. */
export async function prove(user: CustomerUser, name?: string): Promise<string> {
  await user.think(thinkTimes.identity);
  const { phone } = user.account;
  return user.post('identity', '/identity', {
    json: name === undefined ? { phone } : { phone, user: name },
    safeToRepeat: true,
    read: (answer) => answer.text('proof'),
  });
}

/** What the app or page sends to log in. */
export const loginOf = ({ account }: CustomerUser, channel: Channel, device = 'first') => ({
  user: account.user,
  pin: account.pin,
  channel,
  device,
  ...(channel === 'app' ? { version: VERSION.current } : {}),
});

/** Opens the app. An old one shows the page with the update, and does not get further when it tries. */
async function start(user: CustomerUser, channel: Channel): Promise<void> {
  if (channel === 'web') {
    await user.get('check-version', '/start');
    return;
  }
  const isOld = user.random() < habits.oldVersion.value;
  const version = isOld ? VERSION.old : VERSION.current;
  const ready = await user.get('check-version', '/start', {
    query: { version },
    expect: { status: isOld ? [200, 403] : 200, when: (one) => one.status === 200 || one.find('error') === 'upgrade-required' },
    read: ({ status }) => status === 200,
  });
  if (!isOld) return;
  if (ready) {
    const facts = { act: 'login', customer: user.number + 1, bad: 'old version' };
    await attempt(user, 'login', facts, {
      path: '/login',
      json: { ...loginOf(user, 'app'), version },
      tags: { channel },
      refusals: ['upgrade-required'],
    });
  }
  user.turnedAway('old version of the app');
}

/** Opens the app or the page, and logs in with the PIN. */
export async function logIn(user: CustomerUser, channel: Channel): Promise<LoggedIn> {
  const customer = user.number + 1;
  await start(user, channel);
  await user.think(thinkTimes.login);
  const facts = { act: 'login', customer };
  const json = loginOf(user, channel);
  if (channel === 'web' && user.random() < habits.unproved.value) {
    const refusals = ['identity-required'];
    await attempt(user, 'login-unproved', { ...facts, bad: 'not proved' }, { path: '/login', json, refusals });
  }
  const proof = channel === 'web' ? { proof: await prove(user, user.account.user) } : {};
  const body = { ...json, ...proof };
  if (user.random() < habits.guessesPins.value) await guessPins(user, body);
  const { given } = await attempt(user, 'login', facts, { path: '/login', json: body, tags: { channel }, gives: 'token' });
  return { bearer: given, customer };
}
