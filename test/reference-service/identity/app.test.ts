import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personOf } from '../../../models/people/person.ts';
import type { RunningApp } from '../../../reference-service/shared/app/start-app.ts';
import { testApp, testBooks } from './books-part.ts';
import { clientOf, newKey } from './client.ts';

let books: Awaited<ReturnType<typeof testBooks>>;
let app: RunningApp;

beforeAll(async () => {
  books = await testBooks();
  app = await testApp(books.databaseUrl);
});

afterAll(async () => {
  await app?.close();
  await books?.stop();
});

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a proof by PASS', () => {
  it('needs a yes on the phone, and opens the own account', async () => {
    const client = clientOf(app.url, 1);
    const { attempt } = (await client.begin('PASS')).body;
    expect(await client.confirm(attempt)).toMatchObject({ status: 409, body: { error: 'not-approved', owner: 'user' } });
    await client.approve(attempt);
    const { status, cookie } = await client.confirm(attempt);
    expect(status).toBe(200);
    expect((await client.account(cookie)).body).toEqual({ user: 'u0000001' });
    expect((await client.confirm(attempt)).body.error).toBe('already-used');
    expect((await client.lookUp('nothing')).status).toBe(404);
    expect((await clientOf(app.url, 2).send('GET', `/phone/messages/${attempt}?user=u0000002`)).status).toBe(404);
  });
});

describe('a code', () => {
  it('is sent once a key, once a minute, and the last one counts', async () => {
    const client = clientOf(app.url, 3);
    const key = newKey();
    const [first, same, other] = await Promise.all([client.begin('SMS', {}, key), client.begin('SMS', {}, key), client.begin('SMS')]);
    expect([first.status, same.body]).toEqual([200, first.body]);
    expect(first.body).toMatchObject({ attempt: key, resendInMs: 600, expiresInMs: 1_800 });
    expect(other).toMatchObject({ status: 429, body: { error: 'too-soon' } });
    const code = await client.code(key);
    await sleep(610);
    const second = await client.begin('SMS');
    expect((await client.confirm(key, code)).body.error).toBe('old-code');
    expect((await client.confirm(second.body.attempt, await client.code(second.body.attempt))).status).toBe(200);
  });

  it('runs out', async () => {
    const client = clientOf(app.url, 4);
    const { attempt } = (await client.begin('ARS')).body;
    const code = await client.code(attempt);
    await sleep(1_850);
    expect(await client.confirm(attempt, code)).toMatchObject({ status: 410, body: { error: 'expired' } });
    expect((await client.lookUp(attempt)).body).toEqual({ outcome: 'failed', cause: 'expired', owner: 'user' });
  });

  it('counts five wrong ones of six that come at once, then blocks for six hours of the rules', async () => {
    const client = clientOf(app.url, 5);
    const { attempt } = (await client.begin('SMS')).body;
    const code = Number(await client.code(attempt));
    const six = Array.from({ length: 6 }, (_, i) => client.confirm(attempt, String((code + 1 + i) % 1_000_000).padStart(6, '0')));
    const errors = (await Promise.all(six)).map(({ body }) => body.error).sort();
    expect(errors).toEqual(['blocked', ...Array.from({ length: 5 }, () => 'wrong-code')]);
    expect(await books.ask('select strikes from identities where person = 5')).toEqual([{ strikes: 5 }]);
    const [block] = await books.ask('select reason, due_at - blocked_at as milliseconds from blocks where person = 5');
    expect(block).toEqual({ reason: 'sms-code', milliseconds: 600 });
    await expect.poll(async () => (await client.block()).body.blocked).toBe(false);
    expect((await client.begin('PASS')).status).toBe(200);
  });
});

describe('five failures', () => {
  const other = personOf(399).phone;
  it.each([
    ['a wrong name', { name: 'x' }, 'mismatch', 6],
    ['a strange network', { network: 'vpn' }, 'abnormal', 7],
    ['another number', { phone: other }, 'theft', 8],
  ])('with %s block for that reason', async (_, changes, reason, person) => {
    const client = clientOf(app.url, person);
    for (let i = 0; i < 5; i++) expect((await client.begin('PASS', changes)).body.error).toBe(reason);
    expect((await client.block()).body).toMatchObject({ blocked: true, reason });
  });

  it('of several kinds are for the desk, which no clock replaces', async () => {
    const client = clientOf(app.url, 9);
    expect((await client.askDesk()).status).toBe(404);
    for (let i = 0; i < 5; i++) await client.begin('PASS', i % 2 === 0 ? { name: 'x' } : { network: 'vpn' });
    expect((await client.block()).body).toMatchObject({ reason: 'other', releasesInMs: null });
    expect(await client.begin('PASS')).toMatchObject({ status: 403, body: { error: 'blocked', owner: 'user' } });
    expect((await client.askDesk()).status).toBe(200);
    // The desk is closed for 15 of 24 hours at most, 1.5 s here.
    await expect.poll(async () => (await client.block()).body.blocked, { timeout: 5_000 }).toBe(false);
    expect(await books.ask('select released_by from blocks where person = 9')).toEqual([{ released_by: 'desk' }]);
  });
});

it('remembers why an attempt failed, and whose fault it was', async () => {
  const client = clientOf(app.url, 10);
  const { attempt } = (await client.begin('PASS')).body;
  expect((await client.report(attempt, 'pass-absent')).body).toEqual({ outcome: 'failed' });
  expect((await client.lookUp(attempt)).body).toEqual({ outcome: 'failed', cause: 'pass-absent', owner: 'client environment' });
  expect((await client.report('nothing', 'browser')).status).toBe(404);
  expect((await client.send('GET', '/methods')).body).toEqual({ methods: ['PASS', 'SMS', 'ARS', 'card'] });
});

it('answers with an error of the third party when a carrier is down, and counts no message', async () => {
  const broken = await testApp(books.databaseUrl, { bug: 'carrier-outage' });
  try {
    const customer = Array.from({ length: 300 }, (_, i) => i + 20).find((n) => personOf(n).carrier === 'KT')!;
    const client = clientOf(broken.url, customer);
    const key = newKey();
    for (let i = 0; i < 2; i++) expect(await client.begin('SMS', {}, key)).toMatchObject({ status: 502, body: { owner: 'third party' } });
    expect((await client.begin('card')).status).toBe(200);
  } finally {
    await broken.close();
  }
});
