import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInSurges } from '../../../scripts/surge-file/built-in-surges.ts';
import { loadSource, loadSurge } from '../../../scripts/surge-file/load-surge.ts';
import { urlSurge } from '../../../scripts/surge-file/url-surge.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const refusal = (named: string): Promise<{ code: string; exit: number; message: string }> =>
  loadSurge(named).then(
    () => ({ code: '', exit: 0, message: '' }),
    (error) => error,
  );
const refused = async (name: string, text: string): Promise<string> => {
  const { code, exit, message } = await refusal(write(name, text));
  expect([code, exit]).toEqual(['broken-file', 2]);
  expect(message).not.toContain('\n    at ');
  return message.split('\n').slice(1).join('\n');
};

describe('loadSurge', () => {
  it('evaluates a file with its modules, npm packages and the public surface, without k6', async () => {
    mkdirSync(join(folder, 'node_modules', 'tea'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'tea', 'package.json'), '{"name":"tea","main":"main.js"}');
    writeFileSync(join(folder, 'node_modules', 'tea', 'main.js'), 'exports.kinds = 3;');
    write('helper.ts', 'export const name: string = "sale";');
    const file = write(
      'good.surge.ts',
      `import { Counter } from 'k6/metrics';
import { check, sleep as wait } from 'k6';
import http from 'k6/http';
import { kinds } from 'tea';
import { constant, defineSurge, env } from 'surgeproof';
import { name } from './helper.ts';
const counter = new Counter('teas');
counter.add(1);
http.setResponseCallback(http.expectedStatuses(200));
export default { name, kinds, token: env('TOP'), check: typeof check, wait, arrivals: [constant('2/s', { for: '1 s' })], run: () => env('INNER') };`,
    );
    const { definition, secrets, dependencies } = await loadSurge(file);
    expect(definition).toMatchObject({ name: 'sale', kinds: 3, token: '{{env:TOP}}', arrivals: [{ seconds: 1 }] });
    expect([...secrets].sort()).toEqual(['INNER', 'TOP']);
    expect(
      dependencies
        .filter((one) => !one.includes('node_modules'))
        .map((one) => one.slice(folder.length + 1))
        .sort(),
    ).toEqual(['good.surge.ts', 'helper.ts']);
  });

  it('knows the built-in surges by name', async () => {
    const [first] = builtInSurges();
    expect((await loadSurge(first!.name)).file).toBe(first!.file);
  });

  it('says what there is when it finds none, and what was probably meant', async () => {
    const names = builtInSurges().map(({ name }) => name);
    const { code, exit, message } = await refusal(`${names[0]!.slice(0, -1)}x`);
    expect([code, exit]).toEqual(['no-such-surge', 2]);
    expect(message).toContain(`surge: must be a surge file or one of ${names[0]}`);
    expect(message).toContain(`did you mean ${names[0]}?`);
    expect((await refusal(folder)).code).toBe('no-such-surge');
    expect((await refusal('')).code).toBe('no-such-surge');
  });

  it('says where the syntax is wrong', async () => {
    expect(await refused('syntax.surge.ts', 'const a = 1;\nexport default {\n')).toMatch(/syntax\.surge\.ts:3: Expected identifier/);
  });

  it('says where an exception was thrown, in the file itself or in a module of it', async () => {
    expect(await refused('throws.surge.ts', 'const a: number = 1;\n\nexport default (null as any).b + a;')).toMatch(
      /throws\.surge\.ts:3: must be evaluated without an exception, got TypeError: Cannot read properties of null/,
    );
    write('deep.ts', '\nexport const deep = () => { throw "tea"; };\n');
    expect(await refused('deep.surge.ts', "import { deep } from './deep.ts';\ndeep();\nexport default {};")).toContain('got tea');
  });

  it('says which module cannot be found, and which k6 does not have', async () => {
    const text =
      "import a from './nope.ts';\nimport b from 'not-installed';\nimport { readFileSync } from 'node:fs';\nexport default { a, b, readFileSync };";
    const [first, second, third] = (await refused('imports.surge.ts', text)).split('\n').sort((a, b) => a.localeCompare(b));
    expect(first).toMatch(/imports\.surge\.ts:1: imports \.\/nope\.ts, which cannot be found; check the path$/);
    expect(second).toMatch(
      /:2: imports not-installed, which cannot be found; install it beside the file with `npm install not-installed`$/,
    );
    expect(third).toMatch(/:3: node:fs is a module of Node, which k6 does not have/);
  });

  it.each([
    ['nothing', 'export const surge = {};', 'got a file without a default export; write `export default defineSurge({ … })`'],
    ['a function', 'export default () => ({});', 'got a default export that is a function'],
    ['null', 'export default null;', 'got a default export that is null'],
  ])('refuses a file that exports %s', async (name, text, sentence) => {
    expect(await refused(`${name.replace(' ', '-')}.surge.ts`, text)).toContain(sentence);
  });

  it('points from what only k6 has to what surge files use', async () => {
    expect(await refused('env.surge.ts', 'export default { a: __ENV.TOKEN };')).toContain(
      "got ReferenceError: __ENV is not defined; use env('NAME') of surgeproof in its place",
    );
  });
});

describe('urlSurge', () => {
  it('is a surge like any other, whatever the address holds', async () => {
    const source = urlSurge(new URL("http://127.0.0.1:8080/a'b?q=%22x%22&r=`1`"), '5/s', '3 s');
    const { definition } = await loadSource(source);
    expect(definition).toMatchObject({ name: 'one-address', target: 'http://127.0.0.1:8080', journeys: { visit: { share: 1 } } });
  });
});
