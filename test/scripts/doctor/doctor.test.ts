import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeK6, fakeProgram, NATIVE } from '../fake-program.ts';
import { runCli } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cwd = temporaryFolder();

interface Document {
  readonly ready: boolean;
  readonly items: readonly { readonly name: string; readonly state: string; readonly detail: string; readonly remedy: string | null }[];
}

describe('surgeproof doctor', () => {
  it('has a line for each thing a rehearsal needs', async () => {
    const { stdout } = await runCli(['doctor'], { cwd });
    for (const name of ['Node', 'k6', 'Go', 'PostgreSQL', 'open files', 'ephemeral ports', 'cores', 'memory', 'disk', 'waiting users']) {
      expect(stdout).toMatch(new RegExp(`^${name} .*(ok|low|missing|optional)`, 'm'));
    }
    expect(stdout).toContain('113 MiB per 40,000');
    expect(stdout).toContain('1.3 CPU-s per 10,000 polls');
  });

  it('ends with status 3 and a remedy for each missing thing', async () => {
    const env = { PATH: '/nowhere', K6_BIN: '', XDG_CACHE_HOME: join(cwd, 'no-cache') };
    const { code, stdout } = await runCli(['doctor', '--json'], { cwd, env });
    const { ready, items } = JSON.parse(stdout) as Document;
    const missing = items.filter(({ state }) => state === 'missing');
    expect([code, ready, missing.map(({ name }) => name)]).toEqual([3, false, ['k6', 'Go']]);
    for (const { remedy } of missing) expect(remedy).toContain('K6_BIN');
  });

  it('says which k6 is used and whether it has the native line, and how to get one', async () => {
    const line = async (k6: string, env: NodeJS.ProcessEnv = {}) =>
      (await runCli(['doctor', '--json'], { cwd, env: { K6_BIN: k6, ...env } })).stdout;
    const of = (text: string) => (JSON.parse(text) as Document).items.find(({ name }) => name === 'k6');
    const own = fakeK6(join(cwd, 'own', 'k6'), '2.2.0', NATIVE);
    expect(of(await line(own))).toMatchObject({ state: 'ok', detail: `2.2.0 at ${own} (K6_BIN), with the native line`, remedy: null });
    const stock = fakeK6(join(cwd, 'stock', 'k6'), '2.2.0');
    const without = { state: 'ok', detail: `2.2.0 at ${stock} (K6_BIN), without the native line` };
    expect(of(await line(stock, { PATH: '/nowhere' }))).toMatchObject({
      ...without,
      remedy: expect.stringMatching(/polled in TypeScript; install Go 1\.26 or later .*, then `surgeproof rehearse --line native` builds/),
    });
    const go = fakeProgram(join(cwd, 'go', 'go'), 'echo go version go1.26.8 linux/amd64');
    expect(of(await line(stock, { PATH: dirname(go) }))?.remedy).toMatch(
      /polled in TypeScript; `surgeproof rehearse --line native` builds/,
    );
  });

  it('counts a k6 of an earlier surgeproof where there is no Go to build one', async () => {
    const env = { PATH: '/nowhere', K6_BIN: '', XDG_CACHE_HOME: join(cwd, 'cache') };
    const older = fakeK6(join(cwd, 'cache', 'surgeproof', 'k6-v2.2.0-00000000'), '2.2.0', NATIVE);
    const { code, stdout } = await runCli(['doctor', '--json'], { cwd, env });
    const { items } = JSON.parse(stdout) as Document;
    expect(code).toBe(0);
    expect(items.find(({ name }) => name === 'k6')).toMatchObject({
      state: 'ok',
      detail: `2.2.0 at ${older} (cache), without the native line`,
    });
    expect(items.find(({ name }) => name === 'Go')).toMatchObject({ state: 'optional', detail: 'not in PATH' });
  });

  it('says which version K6_BIN has when it does not fit, and does not look elsewhere', async () => {
    const { code, stdout } = await runCli(['doctor'], { cwd, env: { K6_BIN: join(cwd, 'no-k6') } });
    expect(stdout).toMatch(/^k6 +missing +K6_BIN: .*no-k6 cannot be run \(ENOENT\)/m);
    expect(code).toBe(3);
  });
});
