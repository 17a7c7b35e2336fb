import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { TYPESCRIPT_FLAGS } from '../../reference-service/shared/process/typescript-loader.ts';

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it('ends every process, PostgreSQL included, and removes the data when its parent is killed with SIGKILL', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'surgeproof-test-'));
  const host = fileURLToPath(new URL('./support/service-host.ts', import.meta.url));
  const parent = spawn(process.execPath, [...TYPESCRIPT_FLAGS, host, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  const pids = (JSON.parse(line) as { pid: number }[]).map(({ pid }) => pid);
  expect(pids).toHaveLength(4);
  expect(pids.every(runs)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await vi.waitFor(() => expect(pids.filter(runs)).toEqual([]), { timeout: 30_000, interval: 100 });
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 10_000, interval: 100 });
});
