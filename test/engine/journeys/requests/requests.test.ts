import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../../models/definition/answer.ts';
import type { Ask } from '../../../../models/definition/user.ts';
import { countOf, errorsOf, everybody, latencies, type Run, virtualRun } from '../../virtual-run.ts';
import { near, never, one, service } from './one-person.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a request', () => {
  it('carries query, headers, token and body, and keeps the body of the answer only when it is read', async () => {
    const asked = service({ '/session': { status: 201, body: { token: 't0k' } } });
    await one(async (user) => {
      const token = await user.post('login', '/session', { json: user.account, read: (answer) => answer.text('token') });
      await user.get('items', '/items', { query: { q: 'a b', n: 2 }, headers: { 'X-CSRF': 'c' }, bearer: token });
      await user.put('items', '/form', { form: { a: 1, b: 'x&y' } });
      await user.patch('items', '/text', { text: 'hello' });
      await user.delete('items', '/items/1', { key: 'k1' });
    });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /session',
      'GET /items?q=a%20b&n=2',
      'PUT /form',
      'PATCH /text',
      'DELETE /items/1',
    ]);
    expect(asked[0]).toMatchObject({
      body: { user: 'u1' },
      params: { responseType: 'text', headers: { 'content-type': 'application/json' } },
    });
    expect(asked[1]!.params).toMatchObject({ responseType: 'none', headers: { 'X-CSRF': 'c', authorization: 'Bearer t0k' } });
    expect(asked[2]).toMatchObject({ body: 'a=1&b=x%26y', params: { headers: { 'content-type': 'application/x-www-form-urlencoded' } } });
    expect(asked[4]!.params.headers).toEqual({ 'idempotency-key': 'k1' });
  });

  it('sends files as parts, and text alone as parts too', async () => {
    const asked = service({});
    await one(async (user) => {
      await user.post('items', '/upload', {
        multipart: { note: 'n', photo: { data: new Uint8Array([1, 2]), name: 'p.png', type: 'image/png' } },
      });
      await user.post('items', '/upload', { multipart: { note: 'only text' } });
    });
    expect(asked[0]!.body).toMatchObject({ note: 'n', photo: { filename: 'p.png', content_type: 'image/png' } });
    expect(asked[1]!.params.headers?.['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(asked[1]!.body).toContain('name="note"\r\n\r\nonly text\r\n');
  });

  it('goes to another address of the target by name, and carries the headers of the target', async () => {
    const asked = service({});
    const env = { TOKEN: 's3cret' };
    await one((user) => user.get('items', '/logo', { base: 'images' }).then(() => {}), {
      target: { headers: { 'x-a': '{{env:TOKEN}}' } },
      env,
    });
    expect(asked[0]).toMatchObject({ url: 'http://images.test/logo', params: { headers: { 'x-a': 's3cret' } } });
    const log = await one((user) => user.get('items', '/x', { base: 'nowhere' }).then(() => {}));
    expect(errorsOf(log)[0]?.[1]).toContain('base: must be an address of the target (app, images), got "nowhere"');
  });

  it('returns what is known of an answer without its body', async () => {
    service({ '/items': { status: 200, headers: { 'X-Next': '/2' }, cookie: 'sid=s1' } });
    const seen: unknown[] = [];
    await one(async (user) => {
      const reply = await user.get('items', '/items');
      seen.push(reply.status, reply.header('x-next'), reply.header('none'), reply.cookie('sid'), reply.cookie('none'));
    });
    expect(seen).toEqual([200, '/2', null, 's1', null]);
  });

  it('keeps cookies for the person, and for nobody else', async () => {
    const asked = service({ '/login': ({ body }) => ({ status: 200, cookie: `sid=${(body as { user: string }).user}` }) });
    const run: Run = async (user) => {
      await user.post('login', '/login', { json: user.account });
      await user.get('items', `/items/${user.account.user}`);
    };
    await virtualRun({ journeys: everybody(run), target: { waitingRoom: null } });
    const seen = asked.filter(({ path }) => path.startsWith('/items')).map(({ path, cookies }) => [path, cookies]);
    expect(seen).toHaveLength(10);
    for (const [path, cookies] of seen) expect(cookies).toBe(`sid=${path!.split('/')[2]}`);
  });

  it('follows redirects like a browser, in the time of the step, cookies kept', async () => {
    const asked = service({
      '/login': { status: 302, headers: { Location: '../home?a=1' }, cookie: 'sid=s', duration: 100 },
      '/home': { status: 200, body: 'welcome', duration: 200 },
      '/again': { status: 307, headers: { Location: 'http://images.test/b' } },
    });
    const log = await one(async (user) => {
      await user.post('login', '/login', { form: { a: 1 } });
      await user.post('pay', '/again', { json: { a: 1 } });
    });
    expect(asked.map(({ method, url, body, cookies }) => [method, url, body, cookies])).toEqual([
      ['POST', 'http://app.test/login', 'a=1', ''],
      ['GET', 'http://app.test/home?a=1', null, 'sid=s'],
      ['POST', 'http://app.test/again', { a: 1 }, 'sid=s'],
      ['POST', 'http://images.test/b', { a: 1 }, 'sid=s'],
    ]);
    expect(asked[1]!.params.headers?.['content-type']).toBeUndefined();
    expect(near(latencies(log, 'login', 'ok', 1)[0], 300)).toBe(true);
    expect(log.seconds.reduce((sum, { redirects = 0 }) => sum + redirects, 0)).toBe(2);
  });

  it('gives up a loop of redirects after ten, and returns a redirect when asked for none', async () => {
    const asked = service({ '/loop': { status: 302, headers: { Location: '/loop' } } });
    const log = await one((user) => user.get('items', '/loop').then(() => {}), { profile: { retry: never } });
    expect(asked).toHaveLength(11);
    expect(errorsOf(log)[0]?.slice(1, 3)).toEqual(['HTTP 302, which the surge does not expect, after 10 redirects', 'unclear']);
    await one(async (user) => expect((await user.get('items', '/loop', { redirects: 0, expect: 302 })).status).toBe(302));
  });

  it('leaves the headers of the target behind when a redirect goes elsewhere', async () => {
    const asked = service({ '/out': { status: 302, headers: { Location: 'http://elsewhere.test/' } } });
    await one((user) => user.get('items', '/out').then(() => {}), { target: { headers: { 'x-secret': 's' } } });
    expect(asked.map(({ params }) => params.headers)).toEqual([{ 'x-secret': 's' }, {}]);
  });

  it('is good for any 2xx, or for what the journey expects', async () => {
    service({ '/none': { status: 404 }, '/made': { status: 201 }, '/wrong': { status: 200, body: { ok: false } } });
    const log = await one(
      async (user) => {
        await user.get('items', '/made');
        await user.get('items', '/none', { expect: [200, 404] });
        await user.get('items', '/made', { expect: 201 });
        await user.get('items', '/wrong', { expect: (answer) => answer.boolean('ok') });
      },
      { profile: { retry: never } },
    );
    expect(countOf(log, 'items')).toBe(3);
    expect(errorsOf(log)).toEqual([['items', 'HTTP 200, which the surge does not expect', 'unclear', 1]]);
  });

  it('takes no body for good under a status that nobody named, whatever a test says', async () => {
    const good = { status: 500, body: { ok: true } };
    service({ '/broken': good, '/poor': { status: 402, body: { ok: true } }, '/strange': { status: 409, body: {} } });
    const isOk = (answer: Answer): boolean => answer.find('ok') === true;
    const run = (path: string, expected: Ask<unknown>['expect']) =>
      one(
        (user) => user.get<unknown>('items', path, { expect: expected, read: (answer) => answer.json() } as Ask<unknown>).then(() => {}),
        {
          profile: { retry: never },
        },
      );
    const causes = async (path: string, expected: Ask<unknown>['expect']) => errorsOf(await run(path, expected)).map(([, cause]) => cause);
    expect(await causes('/broken', isOk)).toEqual(['HTTP 500']);
    expect(await causes('/broken', { status: [200, 402], when: isOk })).toEqual(['HTTP 500']);
    expect(await causes('/broken', { status: 500, when: isOk })).toEqual([]);
    expect(await causes('/poor', { status: [200, 402], when: isOk })).toEqual([]);
    expect(await causes('/poor', isOk)).toEqual(['HTTP 402']);
    expect(await causes('/strange', { status: [200, 409], when: isOk })).toEqual(['HTTP 409']);
  });

  it.each([
    ['<html>', 'not JSON'],
    [{ id: 1 }, 'no "items.0"'],
    [{ items: [{}] }, '"items.0" is no text'],
  ])('fails, by the fault of the target, when %j cannot be read', async (body, why) => {
    service({ '/items': { status: 200, body } });
    const log = await one((user) => user.get('items', '/items', { read: (answer) => answer.text('items.0') }).then(() => {}), {
      profile: { retry: never },
    });
    expect(errorsOf(log)).toEqual([['items', `HTTP 200 with an answer that cannot be read: ${why}`, 'system', 1]]);
    expect(log.end?.users).toMatchObject({ gaveUp: 1, failed: 0 });
  });

  it('splits a step by the tags it carries, and refuses those nobody declared', async () => {
    service({});
    const log = await one(async (user) => {
      await user.get('items', '/items', { tags: { kind: 'new' } });
      await user.get('items', '/items');
    });
    expect([countOf(log, 'items'), countOf(log, 'items kind new'), countOf(log, 'items kind old')]).toEqual([2, 1, 0]);
    const wrong = await one((user) => user.get('items', '/items', { tags: { kind: 'odd' } }).then(() => {}));
    expect(errorsOf(wrong)[0]).toMatchObject({ 2: 'script', 1: expect.stringContaining('steps.items.tags') });
  });
});
