import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunFile } from '../../models/results/run.ts';
import { run } from '../package/installed-package.ts';
import { k6AtHand, readJson } from '../scripts/rehearsal.ts';
import { runCli } from '../scripts/run-cli.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

/** A server of somebody else, of a fixed version: a shop with a JWT for each person, and passwords hashed with bcrypt. */
const SERVER = ['json-server@0.17.4', 'json-server-auth@2.1.0'];

/** All that a team writes. The server hashes slowly in one thread, so one registration in two seconds is many, and the limits are wide. */
const shopSurge = (url: string): string => `import { constant, defineSurge } from 'surgeproof';

export default defineSurge({
  name: 'shop',
  target: '${url}',
  steps: { register: { p95: '30 s', p99: null }, products: { p95: '30 s', p99: null }, order: { p95: '30 s', p99: null } },
  journeys: {
    buy: {
      share: 0.2,
      async run(user) {
        const json = { email: \`\${user.newKey()}@example.com\`, password: 'pass-word-1' };
        const bearer = await user.post('register', '/register', { json, expect: 201, read: (a) => a.text('accessToken') });
        const productId = await user.get('products', '/products', { read: (a) => a.number('0.id') });
        await user.think('300 ms', '1 s');
        await user.post('order', '/660/orders', { bearer, json: { productId }, expect: 201 });
      },
    },
    look: { share: 0.8, run: async (user) => void (await user.get('products', '/products', { read: (a) => a.text('1.name') })) },
  },
  profiles: { smoke: { arrivals: [constant('2/s', { for: '40 s' })], even: true, errors: '10 %', drain: '30 s', timeout: '60 s' } },
});
`;

const folder = temporaryFolder();
let server: ChildProcess;
let url: string;
let log = '';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Asks until the server answers; the hook around it has the time-out. */
async function untilAnswering(address: string): Promise<void> {
  const answers = await fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) return;
  await new Promise((resolve) => setTimeout(resolve, 100));
  await untilAnswering(address);
}

/** Requests that the server logged, such as `POST /register 201`. */
const logged = (request: string): number => log.split('\n').filter((line) => line.startsWith(request)).length;

k6AtHand();

beforeAll(async () => {
  const shop = join(folder, 'shop');
  mkdirSync(shop);
  writeFileSync(join(shop, 'package.json'), '{ "private": true }');
  const install = run(shop, 'npm', 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', ...SERVER);
  expect(install.status, install.stderr).toBe(0);
  const products = [
    { id: 1, name: 'pour-over set' },
    { id: 2, name: 'grinder' },
  ];
  writeFileSync(join(shop, 'db.json'), JSON.stringify({ products, orders: [], users: [] }));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const args = [join(shop, 'node_modules/json-server-auth/dist/bin.js'), 'db.json', '--host', '127.0.0.1', '--port', String(port)];
  server = spawn(process.execPath, args, { cwd: shop, env: { ...process.env, NODE_ENV: 'production' } });
  server.stdout!.on('data', (data: Buffer) => {
    // Colours of the access log; they end in the letter m.
    log += data.toString().replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d*m`, 'g'), '');
  });
  await untilAnswering(url);
}, 300_000);

afterAll(() => server?.kill());

describe('a server of somebody else', () => {
  it('is rehearsed from one short file, and the report counts what the server logged', async () => {
    const text = shopSurge(url);
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
    writeFileSync(join(folder, 'shop.surge.ts'), text);
    const out = join(folder, 'run');
    const { code, stdout, stderr } = await runCli(['rehearse', './shop.surge.ts', '--out', out], { cwd: folder });
    expect(code, stderr + stdout).toBe(0);
    const { steps } = readJson<RunFile>(out, 'run.json');
    const measured = Object.fromEntries(steps.map(({ step, outcomes }) => [step, outcomes.ok]));
    // One person ahead of the run for each journey.
    expect(measured).toEqual({
      register: logged('POST /register 201') - 1,
      products: logged('GET /products 200') - 2,
      order: logged('POST /660/orders 201') - 1,
    });
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Register');
  });
});
