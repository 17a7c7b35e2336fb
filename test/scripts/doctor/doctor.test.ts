import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cwd = temporaryFolder();

interface Document {
  readonly ready: boolean;
  readonly items: readonly { readonly name: string; readonly state: string; readonly remedy: string | null }[];
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

  it('says which version K6_BIN has when it does not fit, and does not look elsewhere', async () => {
    const { code, stdout } = await runCli(['doctor'], { cwd, env: { K6_BIN: join(cwd, 'no-k6') } });
    expect(stdout).toMatch(/^k6 +missing +K6_BIN: .*no-k6 cannot be run \(ENOENT\)/m);
    expect(code).toBe(3);
  });
});
