import { userNumber } from '../../../models/people/person.ts';
import type { CustomerUser, LoggedIn } from '../customer-user.ts';
import { habits } from '../habits.ts';
import { attempt } from './attempts.ts';
import { shownCode, type Token } from './codes.ts';
import { logIn, loginOf, prove } from './login.ts';
import { showBadCode, showCode } from './show-code.ts';

/** The token in the answer of the bank. Its clock is right: it is new. */
function tokenIn(answer: string): Token {
  const { serial, secret } = JSON.parse(answer) as { serial: number; secret: string };
  return { serial, secret, drift: 0 };
}

/** Registers a token beside the one that the person has, which must be refused; whoever wants it needs to give up the old one. */
async function collide(user: CustomerUser): Promise<never> {
  const { bearer, customer } = await logIn(user, 'app');
  const proof = await prove(user, user.account.user);
  const asked = { path: '/tokens', json: { proof }, bearer, refusals: ['token-exists'] };
  await attempt(user, 'issue', { act: 'issue', customer, bad: 'a second token' }, asked);
  user.turnedAway('has a token already');
}

/** Becomes a customer, registers a token, and tries its first code. */
export async function register(user: CustomerUser): Promise<void> {
  if (user.random() < habits.collides.value) await collide(user);
  const { pin } = user.account;
  const name = await user.post('open-account', '/customers', {
    json: { pin, proof: await prove(user) },
    read: (answer) => answer.text('user'),
  });
  const customer = userNumber(name) ?? 0;
  const json = { ...loginOf(user, 'app'), user: name };
  const login = { path: '/login', json, tags: { channel: 'app' }, gives: 'token' };
  const { given: bearer } = await attempt(user, 'login', { act: 'login', customer }, login);
  const proof = await prove(user, name);
  const { given } = await attempt(user, 'issue', { act: 'issue', customer }, { path: '/tokens', json: { proof }, bearer });
  await showCode(user, { bearer, customer }, tokenIn(given));
}

/** Gives up the token with the token at hand: its number, a code of it, and then the bank no longer knows the person. */
export async function deregister(user: CustomerUser): Promise<void> {
  const { bearer, customer } = await logIn(user, 'app');
  const serial = await user.get('tokens', '/tokens', { bearer, read: (answer) => answer.number('serial') });
  const approval = await showCode(user, { bearer, customer }, user.account);
  const asked = { path: '/deregistrations', json: { serial, approval }, bearer };
  await attempt(user, 'deregister', { act: 'deregister', customer, serial }, asked);
  const gone = { path: '/login', json: loginOf(user, 'app'), refusals: ['not-a-customer'] };
  await attempt(user, 'login-gone', { act: 'login', customer, bad: 'deregistered' }, gone);
}

/** Replaces a token: the old one must be good for nothing from then on. */
export async function reIssue(user: CustomerUser): Promise<void> {
  const who: LoggedIn = await logIn(user, 'app');
  const proof = await prove(user, user.account.user);
  const asked = { path: '/tokens', json: { proof }, bearer: who.bearer, method: 'PUT' } as const;
  const { given } = await attempt(user, 're-issue', { act: 're-issue', customer: who.customer }, asked);
  const revoked = { step: 'old-token', bad: 'revoked', refusal: 'wrong-code' } as const;
  await showBadCode(user, who, user.account, shownCode(user.account), revoked);
  await showCode(user, who, tokenIn(given));
}
