import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { manifestSchema } from '../../scripts/schemas/run/manifest.ts';
import { runSchema } from '../../scripts/schemas/run/run.ts';
import { verdictSchema } from '../../scripts/schemas/run/verdict.ts';
import { k6AtHand, PATIENCE, readJson } from './rehearsal.ts';
import { type Finished, runCli } from './run-cli.ts';
import { makeCertificates } from './shop/certificates.ts';
import { json, shopAnswers, shops } from './shop/shop.ts';
import { oneJourney, type ShopFolder, SPRING_SALE, shopFolder } from './shop/shop-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const parent = temporaryFolder();
const openShop = shops();
const certificates = makeCertificates(temporaryFolder());

const rehearse = ({ cwd, surge }: ShopFolder, env: NodeJS.ProcessEnv = {}, ...more: string[]): Promise<Finished> =>
  runCli(['rehearse', surge, '--out', join(cwd, 'run'), ...more], { cwd, env });
/** Sizes a tier for two classes, one of them named as given, by the requests of a run. */
function sizeTiers({ cwd }: ShopFolder, folder: string, step: string): Promise<Finished> {
  const budget = { percentile: 99, limitMs: 500 };
  const classes = { items: { budget }, [step]: { budget } };
  const tiers = { app: { nodes: 2, serversPerNode: 8, demandMs: { items: 20, [step]: 40 } } };
  const file = join(cwd, `${step}.json`);
  writeFileSync(file, JSON.stringify({ schema: 'surgeproof/service', version: 1, classes, tiers }));
  return runCli(['size', '--peak', '50/s', '--unit', 'people', '--service', file, '--run', folder], { cwd });
}

const leftBehind = ({ cwd }: ShopFolder): boolean => existsSync(join(cwd, 'run'));

describe.concurrent('a shop that nobody wrote for surgeproof', PATIENCE, () => {
  it('passes from one file: cookies, bearer token and CSRF header of each person stay apart', async ({ expect }) => {
    const shop = await openShop();
    const here = shopFolder(parent, 'good', shop.url);
    expect(SPRING_SALE.split('\n').length).toBeLessThanOrEqual(40);
    const { code, stdout, stderr } = await rehearse(here);
    expect(code, stderr + stdout).toBe(0);
    const folder = join(here.cwd, 'run');
    for (const [name, schema] of Object.entries({ manifest: manifestSchema, run: runSchema, verdict: verdictSchema }))
      expect(schema.safeParse(readJson(folder, `${name}.json`)).error).toBeUndefined();
    const { walk, accounts, surge, profile } = readJson<ManifestFile>(folder, 'manifest.json');
    expect({ walk, accounts, surge, profile }).toEqual({
      walk: { buy: ['session', 'items', 'checkout'] },
      accounts: '2 rows of accounts.csv, reused from the first',
      surge: 'spring-sale',
      profile: 'smoke',
    });
    // One person ahead, then 80.
    expect(shop.requests.filter((one) => one === 'POST /api/checkout')).toHaveLength(81);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const [sized, misspelt] = await Promise.all(['checkout', 'chekout'].map((step) => sizeTiers(here, folder, step)));
    // Each of the people who came in made one of each step.
    expect(sized!.stderr + sized!.stdout).toMatch(/The peak is 50 people\/s = 100 requests\/s \(2 requests a person, measured\)/);
    expect(sized!.code).toBe(0);
    expect(misspelt!.stderr).toContain('classes.chekout: must be a step that people of the run ');
    expect(misspelt!.stderr).toContain('did you mean checkout?');
  });

  it.for([
    [404, 'step session: 404, body {"error":"nothing here"}; POST /api/session'],
    [500, 'step session: 500, body {"error":"nothing here"}; POST /api/session'],
  ] as const)('sends no crowd when everything answers %i', async ([status, sentence], { expect }) => {
    const shop = await openShop((_request, response) => json(response, status, { error: 'nothing here' }));
    const here = shopFolder(parent, `all-${status}`, shop.url);
    const { code, stderr } = await rehearse(here);
    expect(stderr).toContain(sentence);
    expect(code).toBe(1);
    expect(shop.requests.length).toBeLessThan(10);
    expect(leftBehind(here)).toBe(false);
  });

  it('is not sent anything when nobody is there', async ({ expect }) => {
    const shop = await openShop();
    await shop.close();
    const here = shopFolder(parent, 'nobody', shop.url);
    const { code, stderr } = await rehearse(here);
    expect(stderr).toContain(`target shop: nothing answers at ${shop.url}: the connection was refused (ECONNREFUSED)`);
    expect(code).toBe(6);
    expect(leftBehind(here)).toBe(false);
  });

  it('follows the redirect of a form login and keeps the cookie', async ({ expect }) => {
    const shop = await openShop((request, response, body) => {
      if (request.url === '/login' && request.method === 'POST')
        return body === 'email=a%40example.com'
          ? json(response, 303, {}, { location: '/home', 'set-cookie': 'sid=1; Path=/' })
          : json(response, 400, { error: body });
      return json(response, String(request.headers.cookie).includes('sid=1') ? 200 : 401, { welcome: true });
    });
    const body = `await user.post('page', '/login', { form: { email: 'a@example.com' }, expect: (answer) => answer.boolean('welcome') });`;
    const here = shopFolder(parent, 'login', shop.url, oneJourney(body));
    const { code, stdout, stderr } = await rehearse(here);
    expect(code, stderr + stdout).toBe(0);
    expect(shop.requests.filter((one) => one === 'GET /home')).toHaveLength(61);
  });

  it.for([
    ['HTTP/1.1', false],
    ['HTTP/2 alone', true],
  ] as const)('is trusted by a private authority over %s, and refused without it', async ([, http2], { expect }) => {
    const { ca, ...tls } = certificates;
    const shop = await openShop(shopAnswers(), { tls, http2 });
    const trusting = shopFolder(parent, `trusting-${http2}`, shop.url, SPRING_SALE, `tls: { ca: '${ca}' }`);
    const { code, stdout, stderr } = await rehearse(trusting);
    expect(code, stderr + stdout).toBe(0);
    const sent = shop.requests.length;
    const wary = shopFolder(parent, `wary-${http2}`, shop.url);
    const refused = await rehearse(wary);
    expect(refused.stderr).toMatch(/target shop: must be reachable at https:.* authority .* tls\.ca of the target in k6\.config\.ts/);
    expect(refused.code).toBe(6);
    expect(shop.requests.length).toBe(sent);
  });

  it('names the line of a mistake in a journey, and sends nothing else', async ({ expect }) => {
    const shop = await openShop((_request, response) => json(response, 200, {}));
    const here = shopFolder(
      parent,
      'mistake',
      shop.url,
      oneJourney("await user.get('page', '/');\n        throw new TypeError('no such thing');"),
    );
    const { code, stderr } = await rehearse(here);
    expect(stderr).toContain('sale.surge.ts makes a mistake in k6; nothing was measured:');
    expect(stderr).toMatch(/journey visit: .*no such thing.*sale\.surge\.ts:12/);
    expect(code).toBe(2);
    expect(shop.requests).toEqual(['GET /']);
  });

  it.for([
    [
      'an exception of some people',
      "await user.get('page', '/');\n        if (user.number === 3) throw new Error('no such row');",
      'An error in the surge file stopped 1 of',
      /no such row at sale\.surge\.ts:12/,
      'Next    surgeproof rehearse ',
    ],
    [
      'a function that is not awaited',
      "await user.get('page', '/');\n        if (user.number === 3) void (async () => (await user.get('page', '/'), await user.get('page', '/')))();",
      'An error in the surge file stopped 1 of',
      /must be awaited by its journey, which had ended at sale\.surge\.ts:12/,
      'Next    surgeproof rehearse ',
    ],
    [
      'a promise that is not awaited',
      "await user.get('page', '/');\n        if (user.number === 3) void Promise.reject(new Error('left alone'));",
      'An error in the surge file ended the run after',
      /left alone at sale\.surge\.ts:12/,
      'Next    surgeproof rehearse ',
    ],
  ] as const)('is not blamed for %s', async ([what, body, sentence, place, next], { expect }) => {
    const shop = await openShop((_request, response) => json(response, 200, {}));
    const here = shopFolder(parent, what.replaceAll(' ', '-'), shop.url, oneJourney(body));
    const { code, stdout, stderr } = await rehearse(here);
    expect([code, stdout]).toEqual([5, expect.stringContaining('INVALID')]);
    expect(stderr + stdout).toContain(sentence);
    expect(stderr + stdout).toMatch(place);
    expect(stdout).toContain(next);
  });

  it('gives secrets to k6 alone', async ({ expect }) => {
    const shop = await openShop((request, response) =>
      json(response, request.headers['x-api-key'] === 'top-secret-key' ? 200 : 401, { echo: request.headers['x-api-key'] }),
    );
    const here = shopFolder(
      parent,
      'secret',
      shop.url,
      oneJourney("await user.get('page', '/');"),
      "headers: { 'x-api-key': env('SHOP_KEY') }",
    );
    const unset = await rehearse(here);
    expect(unset.stderr).toContain(
      "environment variable SHOP_KEY: must be set, because the surge or k6.config.ts asks for env('SHOP_KEY')",
    );
    expect(unset.code).toBe(2);
    const { code, stdout, stderr } = await rehearse(here, { SHOP_KEY: 'top-secret-key' });
    expect(code, stderr + stdout).toBe(0);
    const folder = join(here.cwd, 'run');
    const files = readdirSync(folder).filter((name) => name !== 'charts');
    for (const name of files) expect(readFileSync(join(folder, name), 'utf8'), name).not.toContain('top-secret-key');
  });
});

describe.concurrent('one address without a file', PATIENCE, () => {
  it('is asked at a rate for a time', async ({ expect }) => {
    const shop = await openShop((_request, response) => json(response, 200, {}));
    const args = ['rehearse', '--url', `${shop.url}/search?q=tea`, '--rate', '20/s', '--for', '3s', '--no-walk', '--json'];
    const { code, stdout, stderr } = await runCli(args, { cwd: parent });
    expect(stderr).not.toContain('bug');
    expect([0, 4]).toContain(code);
    const { run } = JSON.parse(stdout);
    expect(run).toMatchObject({ surge: 'one-address', profile: 'custom', steps: [{ step: 'request' }] });
    expect(new Set(shop.requests)).toEqual(new Set(['GET /search?q=tea']));
  });
});
