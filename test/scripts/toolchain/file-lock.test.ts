import { existsSync, mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../../scripts/toolchain/file-lock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const unexpected = () => expect.unreachable('nothing holds the lock');

describe('withLock', () => {
  it('takes over a lock that its holder has not renewed for more than 10 s', async () => {
    const file = join(folder, 'stale');
    mkdirSync(`${file}.lock`);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(`${file}.lock`, longAgo, longAgo);
    expect(await withLock(file, unexpected, async () => 'done')).toBe('done');
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('releases the lock when the work fails', async () => {
    const file = join(folder, 'fails');
    await expect(withLock(file, unexpected, () => Promise.reject(new Error('work')))).rejects.toThrow('work');
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('reports a folder in which no lock can be made', async () =>
    expect(withLock(join(folder, 'missing', 'x'), unexpected, async () => 'done')).rejects.toMatchObject({ code: 'ENOENT' }));
});
