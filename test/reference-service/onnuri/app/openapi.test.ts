import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { merchantOf } from '../../../../models/people/merchant.ts';
import { personOf } from '../../../../models/people/person.ts';
import { emvPayload } from '../../../../models/protocols/emv-qr.ts';
import { ask, type Reply } from '../../support/ask.ts';
import { type Description, problemsOf } from '../../support/described.ts';
import { passFor, type TestNode, testNode } from '../../support/test-node.ts';

let node: TestNode;
let document: Description;
beforeAll(async () => {
  node = await testNode();
  document = (await ask(node.url, 'GET', '/openapi.json')).body as unknown as Description;
});
afterAll(() => node.stop());

const problems = (method: string, path: string, reply: Reply): string[] => problemsOf(document, method, path, reply);

it('is valid OpenAPI 3.1', async () => {
  expect(document.openapi).toBe('3.1.0');
  const validated = await new Validator().validate(structuredClone(document) as never);
  expect(validated.errors ?? []).toEqual([]);
  expect(validated.valid).toBe(true);
});

it('describes every step, and the answers that really come fit the description', async () => {
  const { user, pin, carrier, phone, card, issuer } = personOf(1);
  const found: string[] = [];
  const covered = new Set<string>();
  const tell = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: unknown): Promise<Reply> => {
    const reply = await ask(node.url, method, path, body, headers);
    found.push(...problems(method.toLowerCase(), path, reply));
    covered.add(path);
    return reply;
  };
  const pass = passFor('register', 1);
  await tell('GET', '/app/version', pass);
  await tell('GET', '/app/version', {});
  await tell('POST', '/login', pass, { user, pin: '000000' });
  const { cookie } = await tell('POST', '/login', pass, { user, pin });
  const session = { cookie };
  await tell('POST', '/cards', session, { card, issuer, key: 'c' });
  const { body } = await tell('POST', '/identity/send', session, { carrier, phone, method: 'SMS' });
  await tell('POST', '/identity/confirm', session, { ...body, request: '00000000-0000-4000-8000-000000000000' });
  await tell('POST', '/identity/confirm', session, body);
  await tell('POST', '/cards', session, { card, issuer, key: 'c' });
  await tell('GET', '/balance', session);
  await tell('GET', '/balance', {});
  await tell('POST', '/qr/lookup', session, { payload: emvPayload(merchantOf(1)) });
  await tell('POST', '/qr/lookup', session, { payload: 'x' });
  for (const amount of [100, 2_000_000, 200])
    await tell('POST', '/payments', session, { key: `p${amount % 100}`, merchant: 'm0001', amount });
  await tell('POST', '/payments', session, { key: 'rich', merchant: 'm0001', amount: 2_000_000 });
  await tell('POST', '/payments', session, {});
  const bill = { merchant: 'm0001', amount: 700 };
  const shown = await tell('POST', '/qr/bills', session, bill);
  await tell('POST', '/qr/lookup', session, shown.body);
  const old = await tell('POST', '/qr/bills', session, { ...bill, shownBefore: 200_000 });
  expect((await tell('POST', '/qr/lookup', session, old.body)).status).toBe(410);
  for (const amount of [100, 2_000_000]) {
    for (const agreed of [false, true])
      await tell('POST', '/card-payments', session, { key: `k${agreed}${amount}`, merchant: 'm0001', amount, agreed });
  }
  found.push(...problems('get', '/payments/{key}', await ask(node.url, 'GET', '/payments/p0', undefined, session)));
  covered.add('/payments/{key}');
  for (const amount of [30, 80]) await tell('POST', '/payments/refund', session, { key: `r${amount}`, of: 'kfalse100', amount });
  for (const key of ['kfalse100', 'ghost']) await tell('POST', '/payments/net-cancel', session, { key, merchant: 'm0001', amount: 100 });
  for (const key of ['x', 'y']) await tell('POST', '/payments/cancel', session, { key, of: 'p0' });
  await tell('GET', '/.well-known/surgeproof.json', {});
  expect(found).toEqual([]);
  expect([...covered].sort()).toEqual(Object.keys(document.paths).sort());
});

it('would notice an answer that does not fit', () => {
  expect(problems('get', '/balance', { status: 200, body: { balance: -1, currency: 'KRW' }, cookie: '' })).toHaveLength(1);
  expect(problems('get', '/balance', { status: 418, body: {}, cookie: '' })).toEqual(['get /balance: 418 is not described']);
});
