import { fstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRecord } from '../../../scripts/rehearse/record.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const make = (name: string): string => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};

/** Sizes of the files that this process holds open; empty where the system does not tell. */
function openFiles(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [fstatSync(Number(fd)).size];
    } catch {
      return [];
    }
  });
}

describe('openRecord', () => {
  it('writes each kind of line into its own file, as it is', async () => {
    const here = make('lines');
    const record = openRecord(here);
    record.measurement('{"surgeproof":"end","odd":  1}');
    record.generator({ second: 3, cpu: 0.5, memoryMiB: 100, openFiles: null, received: 10, sent: null });
    record.k6Talk('a warning');
    await record.close();
    expect(readFileSync(join(here, 'measurements.ndjson'), 'utf8')).toBe('{"surgeproof":"end","odd":  1}\n');
    expect(JSON.parse(readFileSync(join(here, 'generator.ndjson'), 'utf8'))).toEqual({
      second: 3,
      cpu: 0.5,
      memoryMiB: 100,
      openFiles: null,
      received: 10,
      sent: null,
    });
    expect(readFileSync(join(here, 'k6.log'), 'utf8')).toBe('a warning\n');
    expect(readdirSync(here)).not.toContain('reserve.tmp');
  });

  it('says when something cannot be written, and does not break the run', async () => {
    const here = make('broken');
    mkdirSync(join(here, 'measurements.ndjson'));
    const record = openRecord(here);
    record.measurement('lost');
    expect(await record.failed).toBe('measurements.ndjson cannot be written: it is a folder; name a file in it (EISDIR)');
    record.measurement('lost as well');
    await record.close();
  });

  it('keeps space for the report until it is asked for', () => {
    const here = make('reserve');
    const record = openRecord(here);
    // Without a name, so that nothing is left of it when this process is killed.
    expect(readdirSync(here)).not.toContain('reserve.tmp');
    const held = (): number[] => openFiles().filter((size) => size === 8 * 1_048_576);
    if (process.platform === 'linux') expect(held()).toHaveLength(1);
    record.freeReserve();
    record.freeReserve();
    expect(held()).toEqual([]);
    return record.close();
  });
});
