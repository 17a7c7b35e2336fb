import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base32Bytes } from '../../../models/protocols/otp/base32.ts';
import { codeOfCounter, counterAt } from '../../../models/protocols/otp/one-time-code.ts';
import type { RunningApp } from '../../../reference-service/shared/app/start-app.ts';
import { testApp, testBank } from './bank-part.ts';
import { clientOf, codeOf, type Reply } from './client.ts';

let bank: Awaited<ReturnType<typeof testBank>>;
let app: RunningApp;

beforeAll(async () => {
  bank = await testBank();
  app = await testApp(bank.databaseUrl);
});

afterAll(async () => {
  await app?.close();
  await bank?.stop();
});

const said = ({ status, body }: Reply) => [status, body.error ?? null];
const counted = (replies: readonly Reply[]) => {
  const counts: Record<string, number> = {};
  for (const { body } of replies) counts[String(body.error ?? 'accepted')] = (counts[String(body.error ?? 'accepted')] ?? 0) + 1;
  return counts;
};

async function loggedIn(customer: number) {
  const client = clientOf(app.url, customer);
  await client.logIn();
  return client;
}

describe('a login', () => {
  it('needs the PIN, a new app, and on the web a proof of identity of this very person', async () => {
    const client = clientOf(app.url, 1);
    expect(said(await client.logIn({ pin: 'x' }))).toEqual([400, 'invalid-request']);
    expect(said(await client.logIn({ version: 4 }))).toEqual([403, 'upgrade-required']);
    expect(said(await client.logIn({ channel: 'web' }))).toEqual([401, 'identity-required']);
    expect(said(await client.logIn({ channel: 'web', proof: await clientOf(app.url, 2).prove() }))).toEqual([401, 'identity-required']);
    expect(said(await client.logIn({ channel: 'web', proof: await client.prove() }))).toEqual([200, null]);
    expect(said(await client.logIn({ user: 'u0009999' }))).toEqual([401, 'unknown-user']);
  });

  it('ends the session on the device before, and no other', async () => {
    const [first, other] = [await loggedIn(3), await loggedIn(13)];
    await clientOf(app.url, 3).logIn({ device: 'two' });
    expect(said(await first.send('GET', '/balance'))).toEqual([401, 'other-device']);
    expect((await other.send('GET', '/balance')).body).toEqual({ balance: 10_000_000 });
  });

  it('is over after five wrong PINs, of which no sixth is judged when they come at once', async () => {
    const client = clientOf(app.url, 4);
    const replies = await Promise.all(Array.from({ length: 9 }, () => client.logIn({ pin: '999999' })));
    expect(counted(replies)).toEqual({ 'wrong-pin': 5, locked: 4 });
    expect(said(await client.logIn())).toEqual([403, 'locked']);
  });
});

describe('a code', () => {
  it('is accepted once, also of the minute before, and no older one after it', async () => {
    const client = await loggedIn(5);
    expect((await client.show(codeOf(5, 1))).status).toBe(200);
    expect(said(await client.show(codeOf(5, 1)))).toEqual([409, 'used-code']);
    expect((await client.show(codeOf(5))).status).toBe(200);
  });

  it('that comes twice at once is accepted once', async () => {
    const client = await loggedIn(6);
    const code = codeOf(6);
    const replies = await Promise.all(Array.from({ length: 5 }, () => client.show(code)));
    expect(counted(replies)).toEqual({ accepted: 1, 'used-code': 4 });
  });

  it('is refused when it is ten minutes old, or of the token of somebody else', async () => {
    const client = await loggedIn(7);
    expect(said(await client.show(codeOf(7, 9)))).toEqual([401, 'wrong-code']);
    expect(said(await client.show(codeOf(8), 8))).toEqual([401, 'wrong-code']);
  });

  it('is judged ten times when it is wrong, however many come at once; then the right one is refused too', async () => {
    const client = await loggedIn(9);
    const replies = await Promise.all(Array.from({ length: 14 }, () => client.show(codeOf(9, 30))));
    expect(counted(replies)).toEqual({ 'wrong-code': 10, locked: 4 });
    expect(said(await client.show(codeOf(9)))).toEqual([403, 'locked']);
    expect(await bank.ask('select count(*)::int as n from tries where customer = 9')).toEqual([{ n: 10 }]);
  });

  it('that is right forgives the wrong ones before', async () => {
    const client = await loggedIn(10);
    await client.show(codeOf(10, 30));
    await client.show(codeOf(10));
    expect(await bank.ask('select otp_strikes from customers where number = 10')).toEqual([{ otp_strikes: 0 }]);
  });
});

describe('a transfer', () => {
  it('is booked once for a key, with a code that was used for nothing else', async () => {
    const client = await loggedIn(11);
    const { approval } = (await client.show(codeOf(11))).body;
    const replies = await Promise.all(Array.from({ length: 4 }, () => client.transfer('key-1', 7_000, approval)));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(said(await client.transfer('key-1', 8_000, approval))).toEqual([422, 'key-reused']);
    expect(said(await client.transfer('key-2', 7_000, approval))).toEqual([403, 'no-approval']);
    expect((await client.send('GET', '/balance')).body).toEqual({ balance: 9_993_000 });
    const receipt = String(replies[0]!.body.receipt);
    expect((await client.send('GET', `/transfers/${receipt}`)).body).toEqual({ receipt, amount: 7_000 });
    expect(said(await (await loggedIn(12)).send('GET', `/transfers/${receipt}`))).toEqual([404, 'no-transfer']);
  });

  it('is refused over more than there is, to nobody, and to oneself', async () => {
    const client = await loggedIn(14);
    const { approval } = (await client.show(codeOf(14))).body;
    expect(said(await client.transfer('key-3', 10_000_001, approval))).toEqual([402, 'declined']);
    expect(said(await client.transfer('key-3', 1, approval, 7_000_000))).toEqual([404, 'unknown-account']);
    expect(said(await client.transfer('key-3', 1, approval, 14))).toEqual([404, 'unknown-account']);
  });
});

describe('a token', () => {
  it('is refused beside an active one, and replaced on demand, after which the old one is good for nothing', async () => {
    const client = await loggedIn(15);
    const proof = await client.prove();
    expect(said(await client.send('POST', '/tokens', { proof }))).toEqual([409, 'token-exists']);
    const { serial, secret } = (await client.send('PUT', '/tokens', { proof })).body as { serial: number; secret: string };
    expect(said(await client.show(codeOf(15)))).toEqual([401, 'wrong-code']);
    expect((await client.show(codeOfCounter(base32Bytes(secret), counterAt(Date.now())), serial)).status).toBe(200);
  });

  it('is given up with a code of it; then the bank does not know the person any more', async () => {
    const client = await loggedIn(16);
    const { approval } = (await client.show(codeOf(16))).body;
    const ask = (serial: number) => client.send('POST', '/deregistrations', { serial, approval });
    expect(said(await ask(17))).toEqual([404, 'unknown-token']);
    expect((await ask(16)).body).toEqual({ status: 'stopped' });
    expect(said(await client.logIn())).toEqual([403, 'not-a-customer']);
  });

  it('is registered by a new customer', async () => {
    const newcomer = clientOf(app.url, 0);
    const proof = (await newcomer.send('POST', '/identity', { phone: '010-0000-0001' })).body.proof;
    const { user } = (await newcomer.send('POST', '/customers', { pin: '123456', proof })).body as { user: string };
    const client = clientOf(app.url, Number(user.slice(1)));
    await client.logIn({ pin: '123456' });
    expect((await client.send('POST', '/tokens', { proof: await client.prove() })).status).toBe(200);
  });
});

it('notes every attempt with its cause and its owner', async () => {
  expect(
    await bank.ask(`select outcome, owner, count(*)::int as n from attempts where act = 'code' and customer = 9 group by 1, 2 order by 1`),
  ).toEqual([
    { outcome: 'locked', owner: 'user', n: 5 },
    { outcome: 'wrong-code', owner: 'user', n: 10 },
  ]);
});
