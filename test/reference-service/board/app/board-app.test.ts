import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pinOf, userName } from '../../../../models/people/person.ts';
import { boardApp } from '../../../../reference-service/board/app/board-app.ts';
import { type RunningApp, startApp } from '../../../../reference-service/shared/app/start-app.ts';
import { ask, type Reply } from '../../support/ask.ts';
import { type Description, problemsOf } from '../../support/described.ts';

let app: RunningApp;
let description: Description;
const found: string[] = [];
beforeAll(async () => {
  const config = { service: 'board', runId: 'test', secret: 's', nodes: 2, port: 0, people: 10, seed: 1 };
  app = await startApp(config, boardApp(config));
  description = (await ask(app.url, 'GET', '/openapi.json')).body as unknown as Description;
});
afterAll(() => app.close());

/** Asks, and notes what the description does not promise. */
async function tell(method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const reply = await ask(app.url, method, path, body, headers);
  const route = path.replace(/\?.*/, '').replace(/\/notices\/[^/]+/, '/notices/{id}');
  found.push(...problemsOf(description, method.toLowerCase(), route, reply));
  return reply;
}

async function login(user = 1): Promise<Record<string, string>> {
  const { body } = await tell('POST', '/login', { user: userName(user), pin: pinOf(user) });
  return { authorization: `Bearer ${body.token}` };
}

it('lets in people who know their PIN, and shows nothing to others', async () => {
  const wrong = await tell('POST', '/login', { user: userName(1), pin: pinOf(2) });
  expect(wrong).toMatchObject({ status: 401, body: { error: 'wrong-pin' } });
  expect((await tell('POST', '/login', { user: userName(11), pin: pinOf(11) })).status).toBe(401);
  for (const path of ['/notices?page=1', '/notices/1', '/search?word=x']) {
    expect(await tell('GET', path)).toMatchObject({ status: 401, body: { error: 'login-required' } });
  }
  expect((await tell('GET', '/notices?page=1', undefined, await login())).status).toBe(200);
});

it('is listed, searched, read and commented on', async () => {
  const me = await login(2);
  const list = (await tell('GET', '/notices?page=2', undefined, me)).body;
  expect(list).toMatchObject({ page: 2, pages: 100 });
  expect((list.notices as unknown[])[0]).toMatchObject({ id: 1_980, comments: 0 });
  const { notices } = (await tell('GET', `/search?word=${encodeURIComponent('안내 7')}`, undefined, me)).body as {
    notices: { id: number }[];
  };
  const path = `/notices/${notices[0]!.id}`;
  const once = { ...me, 'idempotency-key': 'one' };
  const first = await tell('POST', `${path}/comments`, { text: 'thanks' }, once);
  expect(first).toMatchObject({ status: 200, body: { number: 1 } });
  expect(await tell('POST', `${path}/comments`, { text: 'thanks' }, once)).toEqual(first);
  expect(await tell('POST', `${path}/comments`, { text: 'other' }, once)).toMatchObject({ status: 422, body: { error: 'key-reused' } });
  expect((await tell('GET', path, undefined, me)).body).toMatchObject({ comments: [{ number: 1, user: 2, text: 'thanks' }] });
  expect((await tell('GET', '/notices/2001', undefined, me)).status).toBe(404);
  expect((await tell('POST', '/notices/2001/comments', { text: 'x' }, { ...me, 'idempotency-key': 'two' })).status).toBe(404);
  for (const [text, headers] of [
    ['', once],
    ['x', me],
  ] as const)
    expect((await tell('POST', `${path}/comments`, { text }, headers)).status).toBe(400);
});

it('answers 304 to a client that has the page already, until it changes', async () => {
  const me = await login(3);
  const at = (tag: string): Promise<Response> => fetch(`${app.url}/notices/5`, { headers: { ...me, 'if-none-match': tag } });
  const first = await at('');
  const tag = first.headers.get('etag') ?? '';
  const [second, empty] = [await at(tag), await (await at(tag)).text()];
  expect([first.status, second.status, empty]).toEqual([200, 304, '']);
  await tell('POST', '/notices/5/comments', { text: 'new' }, { ...me, 'idempotency-key': 'etag' });
  expect((await at(tag)).status).toBe(200);
});

it('keeps what it promises in a valid OpenAPI 3.1 description', async () => {
  const validated = await new Validator().validate(structuredClone(description) as never);
  expect(validated.errors ?? []).toEqual([]);
  expect(found).toEqual([]);
});
