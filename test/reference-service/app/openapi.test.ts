import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { merchantOf } from '../../../models/people/merchant.ts';
import { personOf } from '../../../models/people/person.ts';
import { emvPayload } from '../../../models/protocols/emv-qr.ts';
import { ask, passFor, type Reply, type TestNode, testNode } from '../support/test-node.ts';

interface Operation {
  readonly responses: Record<string, { readonly content?: { readonly 'application/json': { readonly schema: object } } }>;
}
type Document = { readonly openapi: string; readonly paths: Record<string, Record<string, Operation>> };

let node: TestNode;
let document: Document;
beforeAll(async () => {
  node = await testNode();
  document = (await ask(node.url, 'GET', '/openapi.json')).body as unknown as Document;
});
afterAll(() => node.stop());

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

/** Problems of an answer against what the description promises for its path, method and status. */
function problems(method: string, path: string, { status, body }: Reply): string[] {
  const schema = document.paths[path]?.[method]?.responses[status]?.content?.['application/json'].schema;
  if (schema === undefined) return [`${method} ${path}: ${status} is not described`];
  return ajv.validate(schema, body) ? [] : [`${method} ${path} ${status}: ${ajv.errorsText()}`];
}

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
  for (const key of ['x', 'y']) await tell('POST', '/payments/cancel', session, { key, of: 'p0' });
  await tell('GET', '/.well-known/surgeproof-target', {});
  expect(found).toEqual([]);
  expect([...covered].sort()).toEqual(Object.keys(document.paths).sort());
});

it('would notice an answer that does not fit', () => {
  expect(problems('get', '/balance', { status: 200, body: { balance: -1, currency: 'KRW' }, cookie: '' })).toHaveLength(1);
  expect(problems('get', '/balance', { status: 418, body: {}, cookie: '' })).toEqual(['get /balance: 418 is not described']);
});
