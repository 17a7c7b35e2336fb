import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Part, startPart } from '../../../reference-service/shared/process/start-part.ts';
import { startWaitingRoom } from '../../../reference-service/waiting-room/start-waiting-room.ts';
import type { WaitingRoomConfig } from '../../../reference-service/waiting-room/waiting-room-config.ts';

const CONFIG: WaitingRoomConfig = {
  lanes: [
    { name: 'register', cost: 5 },
    { name: 'payment', cost: 1 },
  ],
  tokensPerSecond: 0.5,
  secret: 's',
  port: 0,
  passSeconds: 60,
  service: 'onnuri',
  run: 'test-run',
  nodes: 4,
};

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>>;
}
interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

let room: Part<{ readonly url: string }>;
let description: Description;

const ask = async (method: string, path: string, body?: object) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(room.ready.url + path, { method, ...(body ? { headers, body: JSON.stringify(body) } : {}) });
  const text = await answer.text();
  return { status: answer.status, text, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : null };
};

/** Asks, and holds the answer against the description that the room gives of itself. */
const askAsDescribed = async (method: string, path: string, described: string, body?: object) => {
  const answer = await ask(method, path, body);
  const response = description.paths[described]?.[method.toLowerCase()]?.responses[answer.status];
  expect(response, `${method} ${described} describes its status ${answer.status}`).toBeDefined();
  const schema = response?.content?.['application/json']?.schema;
  if (schema) {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(answer.body) ? [] : validate.errors, `${method} ${path} answers as described`).toEqual([]);
  }
  return answer;
};

describe('the waiting room process', () => {
  beforeAll(async () => {
    const entry = new URL('../../../reference-service/waiting-room/main.ts', import.meta.url);
    room = await startPart({ name: 'waiting room', entry, config: CONFIG, onLog: () => {} });
    description = (await ask('GET', '/openapi.json')).body as unknown as Description;
  });
  afterAll(() => room.stop());

  it('describes itself in valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(description as unknown as Record<string, unknown>)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('answers as described, from joining to completion', async () => {
    const first = await askAsDescribed('POST', '/queue/register/join', '/queue/{lane}/join', {});
    expect(first.body).toMatchObject({ ticket: 1, state: 'admitted' });
    const second = await askAsDescribed('POST', '/queue/register/join', '/queue/{lane}/join', {});
    expect(second.body).toMatchObject({ ticket: 2, state: 'waiting', position: 1 });
    const third = await askAsDescribed('POST', '/queue/register/join', '/queue/{lane}/join', {});
    expect((await askAsDescribed('GET', `/queue/poll?key=${third.body?.key}`, '/queue/poll')).body).toMatchObject({
      state: 'waiting',
      position: 2,
    });
    expect((await askAsDescribed('GET', `/queue/poll?key=${first.body?.key}`, '/queue/poll')).body).toMatchObject({ state: 'admitted' });

    const keyOf = (answer: typeof first) => ({ key: answer.body?.key });
    expect((await askAsDescribed('POST', '/queue/heartbeat', '/queue/heartbeat', keyOf(second))).status).toBe(204);
    expect((await askAsDescribed('POST', '/queue/complete', '/queue/complete', keyOf(second))).status).toBe(409);
    expect((await askAsDescribed('POST', '/queue/leave', '/queue/leave', keyOf(second))).status).toBe(204);
    expect((await askAsDescribed('POST', '/queue/leave', '/queue/leave', keyOf(second))).status).toBe(204);
    expect((await askAsDescribed('POST', '/queue/complete', '/queue/complete', keyOf(first))).status).toBe(204);
    expect((await askAsDescribed('POST', '/queue/complete', '/queue/complete', keyOf(first))).status).toBe(204);
    expect((await askAsDescribed('GET', `/queue/poll?key=${first.body?.key}`, '/queue/poll')).status).toBe(410);
    const { body } = await askAsDescribed('GET', '/queue/status', '/queue/status');
    expect(body).toMatchObject({ tokensPerSecond: 0.5, lanes: { register: { joined: 3, left: 1, completed: 1 } } });
  });

  it('refuses what it does not know in the form it describes', async () => {
    expect((await askAsDescribed('POST', '/queue/nowhere/join', '/queue/{lane}/join', {})).body).toEqual({
      error: 'unknown-lane',
      message: 'lane: must be one of register, payment.',
    });
    expect((await askAsDescribed('GET', '/queue/poll?key=nobody', '/queue/poll')).body).toMatchObject({ error: 'unknown-key' });
    expect((await askAsDescribed('GET', '/queue/poll', '/queue/poll')).status).toBe(400);
    expect((await askAsDescribed('POST', '/queue/leave', '/queue/leave', { key: 'nobody' })).status).toBe(404);
    expect((await ask('GET', '/elsewhere')).body).toMatchObject({ error: 'not-found' });
  });

  it('says who it is', async () => {
    const { body } = await askAsDescribed('GET', '/.well-known/surgeproof.json', '/.well-known/surgeproof.json');
    expect(body).toMatchObject({ name: 'onnuri', run: 'test-run', simulated: true, nodes: 4 });
  });

  it('speaks the NetFunnel dialect over HTTP', async () => {
    const taken = await askAsDescribed('GET', '/ts.wseq?opcode=5101&sid=service_1&aid=payment', '/ts.wseq');
    expect(taken.text).toMatch(/^5002:200:key=/);
    expect((await askAsDescribed('GET', '/ts.wseq?opcode=1', '/ts.wseq')).status).toBe(400);
  });
});

describe('starting the waiting room', () => {
  it('lets people in while it runs, at the pace of its tokens', async () => {
    const quick = await startWaitingRoom({ ...CONFIG, lanes: [{ name: 'payment', cost: 1 }], tokensPerSecond: 2 });
    const join = async () =>
      (await (await fetch(`${quick.url}/queue/payment/join`, { method: 'POST' })).json()) as { key: string; state: string };
    const joined = await Promise.all(Array.from({ length: 8 }, join));
    const waiting = joined.filter(({ state }) => state === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    const state = async (key: string) => ((await (await fetch(`${quick.url}/queue/poll?key=${key}`)).json()) as { state: string }).state;
    await expect
      .poll(async () => Promise.all(waiting.map(({ key }) => state(key))), { timeout: 30_000 })
      .toEqual(waiting.map(() => 'admitted'));
    await quick.close();
  });

  it('is refused anywhere but on loopback', async () => {
    await expect(startWaitingRoom({ ...CONFIG, host: '0.0.0.0' })).rejects.toThrow('loopback only, got "0.0.0.0"');
  });

  it('is refused on a port in use, with a sentence', async () => {
    const first = await startWaitingRoom(CONFIG);
    const port = Number(new URL(first.url).port);
    await expect(startWaitingRoom({ ...CONFIG, port })).rejects.toThrow(`waiting room port: must be free, got ${port}`);
    await first.close();
  });

  it('names every problem of a configuration at once', async () => {
    const bad = { ...CONFIG, lanes: [{ name: 'Bad Name', cost: 0 }], tokensPerSecond: -1 };
    const failure: unknown = await startWaitingRoom(bad).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/lanes\.0\.name: .*lanes\.0\.cost: .*tokensPerSecond: /);
    const twice = [CONFIG.lanes[0]!, CONFIG.lanes[0]!];
    await expect(startWaitingRoom({ ...CONFIG, lanes: twice })).rejects.toThrow('lanes: must have names that differ');
  });
});
