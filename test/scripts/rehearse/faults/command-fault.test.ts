import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { TYPESCRIPT_FLAGS } from '../../../../reference-service/shared/process/typescript-loader.ts';
import { commandFault } from '../../../../scripts/rehearse/faults/command-fault.ts';

const folder = mkdtempSync(join(tmpdir(), 'surgeproof-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => join(folder, name);

describe('a command as a fault', () => {
  it('breaks and repairs', async () => {
    const file = inFolder('blocked');
    const fault = commandFault(['touch', file], ['rm', file], 5_000);
    await fault.begin();
    expect(existsSync(file)).toBe(true);
    await fault.end();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [['surgeproof-has-no-such-program'], 'surgeproof-has-no-such-program cannot be run (ENOENT)'],
    [['sh', '-c', 'echo not allowed >&2; exit 3'], 'sh ended with code 3: not allowed'],
    [['sleep', '20'], 'sleep took longer than 0.2 s and was ended'],
  ])('says why %j did not work', async (run, sentence) => {
    await expect(commandFault(run, null, 200).begin()).rejects.toThrow(sentence);
  });

  it('has nothing to undo when there is no undo', async () => {
    const fault = commandFault(['true'], null, 1_000);
    await fault.begin();
    await fault.end();
  });

  it('is undone when the process is killed', async () => {
    const [file, script] = [inFolder('still-blocked'), inFolder('broken.mts')];
    const source = new URL('../../../../scripts/rehearse/faults/command-fault.ts', import.meta.url);
    writeFileSync(
      script,
      `import { commandFault } from ${JSON.stringify(source.href)};
await commandFault(['touch', ${JSON.stringify(file)}], ['rm', ${JSON.stringify(file)}], 5_000).begin();
console.log('broken');
setInterval(() => {}, 1_000);
`,
    );
    const child = spawn(process.execPath, [...TYPESCRIPT_FLAGS, script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(existsSync(file)).toBe(true);
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(file)).toBe(false), { timeout: 5_000 });
  });
});
