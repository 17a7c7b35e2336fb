import { PAYEES } from '../../../models/people/customer.ts';
import type { CustomerUser, LoggedIn } from '../customer-user.ts';
import { habits } from '../habits.ts';
import { thinkTimes } from '../think-times.ts';
import { attempt } from './attempts.ts';
import { untilNextCode } from './codes.ts';
import { guessCodes } from './guesses.ts';
import { type Channel, logIn, loginOf } from './login.ts';
import { showCode } from './show-code.ts';

/** Won of a transfer: from a meal to a rent. */
const AMOUNTS = { least: 5, most: 900, unit: 1_000 } as const;

/** Milliseconds a person waits for the next code; whoever would wait longer comes back another time. */
const PATIENCE = 10_000;

/** Goes on with another device: the first one is logged out by that, and by nothing else. */
async function changeDevice(user: CustomerUser, first: LoggedIn): Promise<LoggedIn> {
  const { customer, bearer } = first;
  const facts = { act: 'login', customer };
  const json = loginOf(user, 'app', 'second');
  const { given } = await attempt(user, 'second-device', facts, { path: '/login', json, gives: 'token' });
  await user.get('first-device', '/balance', { bearer, expect: { status: 401, when: (one) => one.find('error') === 'other-device' } });
  return { customer, bearer: given };
}

async function transfer(user: CustomerUser, { bearer, customer }: LoggedIn, approval: string): Promise<void> {
  const receiver = PAYEES.first + Math.floor(PAYEES.count * user.random() ** 2);
  const amount = AMOUNTS.unit * (AMOUNTS.least + Math.floor((AMOUNTS.most - AMOUNTS.least) * user.random()));
  const key = user.newKey();
  const answer = user.post('transfer', '/transfers', {
    json: { receiver, amount, approval },
    bearer,
    key,
    read: (one) => ({ status: one.text('status') === 'booked' ? 'accepted' : one.text('status'), receipt: one.text('receipt') }),
  });
  const { receipt } = await user.journal({ act: 'transfer', customer, key, amount, receiver }, answer);
  if (user.random() < habits.otherAmount.value) {
    const other = { json: { receiver, amount: amount + AMOUNTS.unit, approval }, headers: { 'idempotency-key': key }, bearer };
    await user.post('key-again', '/transfers', { ...other, expect: { status: 422, when: (one) => one.find('error') === 'key-reused' } });
  }
  await user.get('see-transfer', `/transfers/${receipt}`, {
    bearer,
    read: (one) => one.number('amount') === amount || one.refuse('another amount'),
  });
}

const balanceOf = (user: CustomerUser, bearer: string): Promise<number> =>
  user.get('balance', '/balance', { bearer, read: (answer) => answer.number('balance') });

/** Payday: log in, look at the balance, and send money with a code of the token, some people twice. */
export const pay = (channel: Channel) =>
  async function payday(user: CustomerUser): Promise<void> {
    let who = await logIn(user, channel);
    await balanceOf(user, who.bearer);
    if (channel === 'app' && user.random() < habits.secondDevice.value) who = await changeDevice(user, who);
    if (user.random() < habits.guessesCodes.value) await guessCodes(user, who, user.account);
    await user.think(thinkTimes.transfer);
    await transfer(user, who, await showCode(user, who, user.account));
    // The next transfer needs a code that was not used: the token shows one a minute.
    if (user.random() >= habits.another.value || untilNextCode() > PATIENCE) return;
    await user.wait(untilNextCode());
    await transfer(user, who, await showCode(user, who, user.account));
  };
