import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunFolder, leaveFolder, pointLatest, runId } from '../../../scripts/run-folder/create-run-folder.ts';
import { findRun } from '../../../scripts/run-folder/find-run.ts';
import { writeJson } from '../../../scripts/run-folder/write-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const runs = join(temporaryFolder(), 'runs');
const now = new Date('2026-11-22T05:06:07.890Z');

describe('runId', () => {
  it('is a file name on every system, without colons', () => expect(runId('smoke', now)).toBe('2026-11-22T05-06-07Z-smoke'));
});

describe('createRunFolder', () => {
  it('names runs by time and scenario, and never the same twice', async () => {
    const all = await Promise.all([1, 2, 3].map(() => createRunFolder('smoke', runs, null, now)));
    const ids = all.map(({ id }) => id).sort();
    expect(ids).toEqual(['2026-11-22T05-06-07Z-smoke', '2026-11-22T05-06-07Z-smoke-2', '2026-11-22T05-06-07Z-smoke-3']);
    expect(readdirSync(runs).sort()).toEqual(ids);
  });

  it('gives a new folder to one of two runs that begin at the same moment', async () => {
    const folder = join(temporaryFolder(), 'shared');
    const both = await Promise.allSettled([1, 2].map(() => createRunFolder('smoke', runs, folder, now)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'folder-not-empty', exit: 2 } });
    await leaveFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    // An empty folder may be used.
    await expect(createRunFolder('smoke', runs, folder, now)).resolves.toMatchObject({ folder });
  });

  it('refuses a place that cannot be written, with the reason', async () => {
    const file = join(runs, 'a-file');
    writeFileSync(file, '');
    await expect(createRunFolder('smoke', file, null, now)).rejects.toMatchObject({ code: 'folder-not-writable', exit: 2 });
  });
});

describe('pointLatest', () => {
  it('moves the link to the newest run', async () => {
    for (const id of ['2026-11-22T05-06-07Z-smoke', '2026-11-22T05-06-07Z-smoke-2']) {
      await pointLatest(runs, join(runs, id));
      expect(readlinkSync(join(runs, 'latest'))).toBe(id);
    }
  });
});

describe('findRun', () => {
  it('takes a path, a name, or latest, and nothing without a manifest', async () => {
    const folder = join(runs, '2026-11-22T05-06-07Z-smoke-2');
    expect(() => findRun('latest', runs)).toThrow('run: must be a run folder');
    await writeJson(join(folder, 'manifest.json'), {});
    for (const name of [folder, '2026-11-22T05-06-07Z-smoke-2', 'latest']) expect(findRun(name, runs)).toBe(folder);
    mkdirSync(join(runs, 'empty'));
    expect(() => findRun('empty', runs)).toThrow('got empty');
  });
});

describe('writeJson', () => {
  it('leaves the old file whole when the new one cannot be written', async () => {
    const file = join(runs, 'whole.json');
    await writeJson(file, { version: 1 });
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    await expect(writeJson(file, circular)).rejects.toThrow();
    expect(readdirSync(runs).filter((name) => name.startsWith('whole'))).toEqual(['whole.json']);
  });
});
