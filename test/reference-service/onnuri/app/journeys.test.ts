import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merchantOf } from '../../../../models/people/merchant.ts';
import { personOf, pinOf, userName } from '../../../../models/people/person.ts';
import { emvPayload } from '../../../../models/protocols/emv-qr.ts';
import { ask, type Reply } from '../../support/ask.ts';
import { passFor, type TestNode, testNode } from '../../support/test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await testNode();
});
afterAll(() => node.stop());

type Headers = Record<string, string>;
const get = (path: string, headers?: Headers): Promise<Reply> => ask(node.url, 'GET', path, undefined, headers);
const post = (path: string, body: unknown, headers?: Headers): Promise<Reply> => ask(node.url, 'POST', path, body, headers);

async function login(user: number, lane = 'payment', ticket = user): Promise<Headers> {
  const { cookie } = await post('/login', { user: userName(user), pin: pinOf(user) }, passFor(lane, ticket));
  return { cookie };
}

describe('the door', () => {
  it('opens the app and lets nobody log in without a valid pass', async () => {
    const user = { user: userName(1), pin: pinOf(1) };
    const forged = { 'x-queue-pass': passFor('payment', 1)['x-queue-pass']!.replace(/.$/, '~') };
    for (const headers of [undefined, forged]) {
      expect(await get('/app/version', headers)).toMatchObject({ status: 403, body: { error: 'pass-required', owner: 'user' } });
      expect(await post('/login', user, headers)).toMatchObject({ status: 403, body: { error: 'pass-required' }, cookie: '' });
    }
    const late = passFor('payment', 1, Date.now() - 1);
    expect(await post('/login', user, late)).toMatchObject({ status: 403, body: { error: 'pass-expired' } });
    expect(await get('/app/version', passFor('payment', 1))).toEqual({
      status: 200,
      body: { version: '2.0.0', minimum: '2.0.0' },
      cookie: '',
    });
  });

  it('knows users by their PIN, and nobody else', async () => {
    const pass = passFor('payment', 2);
    const wrong = { user: userName(2), pin: pinOf(3) };
    expect(await post('/login', wrong, pass)).toMatchObject({ status: 401, body: { error: 'wrong-pin' }, cookie: '' });
    expect((await post('/login', { user: userName(51), pin: pinOf(51) }, pass)).status).toBe(401);
    expect(await post('/login', { user: userName(2), pin: pinOf(2) }, pass)).toMatchObject({ status: 200, body: { next: 'home' } });
  });

  it('writes lane and ticket of the pass beside the session, for the audit', async () => {
    await login(3, 'register', 777);
    expect(await node.ledger.ask('select lane, ticket from sessions where account = 3')).toEqual([{ lane: 'register', ticket: '777' }]);
  });

  it('wants a session it signed itself for everything behind the login', async () => {
    const { cookie = '' } = await login(4);
    const others = cookie.replace(/\.4\./, '.5.');
    for (const headers of [{}, { cookie: 'sid=x' }, { cookie: others }]) {
      expect(await get('/balance', headers)).toMatchObject({ status: 401, body: { error: 'login-required' } });
    }
    expect((await get('/balance', { cookie })).status).toBe(200);
  });
});

it('tells the story of a registration', async () => {
  const { user, pin, carrier, phone, card, issuer } = personOf(10);
  const { body, cookie } = await post('/login', { user, pin }, passFor('register', 1));
  expect(body).toEqual({ next: 'identity' });
  const early = await post('/cards', { card, issuer, key: 'story' }, { cookie });
  expect(early).toMatchObject({ status: 403, body: { error: 'identity-required' } });
  const sent = await post('/identity/send', { carrier, phone, method: 'SMS' }, { cookie });
  const code = String((Number(sent.body.code) + 1) % 1_000_000).padStart(6, '0');
  expect(await post('/identity/confirm', { ...sent.body, code }, { cookie })).toMatchObject({ status: 400, body: { error: 'wrong-code' } });
  expect(await post('/identity/confirm', sent.body, { cookie })).toMatchObject({ status: 200, body: { verified: true } });
  const registered = await post('/cards', { card, issuer, key: 'story' }, { cookie });
  const balance = await get('/balance', { cookie });
  expect(registered).toMatchObject({ status: 200, body: { opened: balance.body.balance } });
  expect(await post('/cards', { card, issuer, key: 'story' }, { cookie })).toEqual(registered);
  expect(await post('/cards', { card, issuer: 'other', key: 'story' }, { cookie })).toMatchObject({ status: 422 });
});

it('tells the story of a payment and of its cancel', async () => {
  const session = await login(11);
  const opened = (await get('/balance', session)).body.balance as number;
  const looked = await post('/qr/lookup', { payload: emvPayload(merchantOf(3)) }, session);
  expect(looked.body).toEqual({ merchant: 'm0003', name: 'Market stall 0003', region: merchantOf(3).region, eligible: true });
  const payment = { key: 'tale', merchant: 'm0003', amount: 1_500 };
  const paid = await post('/payments', payment, session);
  expect(paid).toMatchObject({ status: 200, body: { status: 'approved', balance: opened - 1_500 } });
  expect(await post('/payments', payment, session)).toEqual(paid);
  expect(await post('/payments', { ...payment, amount: 1 }, session)).toMatchObject({ status: 422, body: { error: 'key-reused' } });
  const undone = await post('/payments/cancel', { key: 'tale-undone', of: 'tale' }, session);
  expect(undone).toMatchObject({ status: 200, body: { status: 'cancelled', balance: opened } });
  expect(await post('/payments/cancel', { key: 'again', of: 'tale' }, session)).toMatchObject({ status: 409 });
  expect(await post('/payments/cancel', { key: 'ghost', of: 'none' }, session)).toMatchObject({ status: 404 });
});

it('declines what the balance does not cover, and debits nothing for a QR or store that is not valid', async () => {
  const session = await login(12);
  const before = await get('/balance', session);
  expect(await post('/payments', { key: 'rich', merchant: 'm0001', amount: 2_000_000 }, session)).toMatchObject({
    status: 402,
    body: { error: 'declined', owner: 'user' },
  });
  const broken = emvPayload(merchantOf(1)).replace('0001', '0002');
  for (const payload of [broken, emvPayload(merchantOf(6)), '', 'hello']) {
    expect(await post('/qr/lookup', { payload }, session)).toMatchObject({ status: 422, body: { error: 'invalid-qr' } });
  }
  expect(await post('/payments', { key: 'legacy', merchant: 'm0006', amount: 10 }, session)).toMatchObject({ status: 422 });
  expect(await get('/balance', session)).toEqual(before);
});

it.each([
  ['half a won', { key: 'a', merchant: 'm0001', amount: 0.5 }],
  ['a negative amount', { key: 'a', merchant: 'm0001', amount: -5 }],
  ['an amount as text', { key: 'a', merchant: 'm0001', amount: '5' }],
  ['more than the limit', { key: 'a', merchant: 'm0001', amount: 2_000_001 }],
  ['a key with a quote', { key: "a'--", merchant: 'm0001', amount: 5 }],
  ['a field nobody asked for', { key: 'a', merchant: 'm0001', amount: 5, admin: true }],
  ['no key', { merchant: 'm0001', amount: 5 }],
])('refuses a payment with %s', async (_, body) => {
  expect(await post('/payments', body, await login(13))).toMatchObject({ status: 400, body: { error: 'invalid-request', owner: 'user' } });
});

it('says who it is', async () => {
  expect((await get('/.well-known/surgeproof.json')).body).toMatchObject({ name: 'onnuri', run: 'test', simulated: true, nodes: 1 });
  expect(await get('/nowhere')).toMatchObject({ status: 404, body: { error: 'not-found' } });
});
