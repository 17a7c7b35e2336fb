import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownerText, thisProcess } from '../../../scripts/processes/owner.ts';
import { removeLeftovers, temporaryFolder } from '../../../scripts/processes/temporary-folder.ts';
import { temporaryFolder as testFolder } from '../temporary-folder.ts';

beforeEach(() => vi.stubEnv('TMPDIR', testFolder()));
afterEach(() => vi.unstubAllEnvs());

async function deadOwner(): Promise<string> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return ownerText({ ...thisProcess(), pid: child.pid! });
}

function folder(name: string): string {
  const path = join(tmpdir(), name);
  mkdirSync(path);
  writeFileSync(join(path, 'accounts.json'), '[{"name":"a person"}]');
  return path;
}

it('removes what a killed surgeproof left, and what is in it', async () => {
  const dead = await deadOwner();
  const left = ['run', 'data'].map((kind) => folder(`surgeproof-${kind}-${dead}-aB3dEf`));
  removeLeftovers();
  expect(left.filter(existsSync)).toEqual([]);
});

it('leaves folders of the living, of others, and of other names', async () => {
  const dead = await deadOwner();
  const kept = [
    await temporaryFolder('run'),
    await temporaryFolder('data'),
    folder(`surgeproof-run-${ownerText({ ...thisProcess(), pid: 999_999_999, machine: '0123456789ab' })}-aB3dEf`),
    folder('surgeproof-run-aB3dEf'),
    folder(`surgeproof-bench-${dead}-aB3dEf`),
    folder(`my-surgeproof-run-${dead}-aB3dEf`),
    folder(`surgeproof-run-${dead}-aB3dEf.keep`),
  ];
  removeLeftovers();
  expect(kept.filter((path) => !existsSync(path))).toEqual([]);
});

it('follows no link, removes no file, and does not mind a missing folder', async () => {
  const dead = await deadOwner();
  const precious = folder('precious');
  symlinkSync(precious, join(tmpdir(), `surgeproof-run-${dead}-aB3dEf`));
  writeFileSync(join(tmpdir(), `surgeproof-run-${dead}-aB3dEg`), '');
  removeLeftovers();
  expect(existsSync(join(precious, 'accounts.json'))).toBe(true);
  expect(existsSync(join(tmpdir(), `surgeproof-run-${dead}-aB3dEg`))).toBe(true);
  vi.stubEnv('TMPDIR', join(tmpdir(), 'missing'));
  expect(removeLeftovers).not.toThrow();
});
