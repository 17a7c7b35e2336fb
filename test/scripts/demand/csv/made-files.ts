import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { dateOf, dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import { type ReadOptions, readDemand } from '../../../../scripts/demand/csv/read-demand.ts';

export const FIRST = dayNumber('2026-03-01')!;
/** Five days from a Sunday, so that a file has a step that repeats. */
export const VALUES = [663, 954, 884, 901, 1_012];
/** What is to be read. */
export const DAILY = { step: 'day', first: FIRST, values: Float64Array.from(VALUES) };

type Row = (date: string, value: number, i: number) => string;

const lines = (row: Row): string => VALUES.map((value, i) => row(dateOf(FIRST + i), value, i)).join('\n');
export const rows = (row: Row, header = 'date,orders'): string => `${header}\n${lines(row)}\n`;

/** Reads contents as a file of demand, from a folder that is gone after the tests of the file. */
export function fileReader(): (content: string | Uint8Array, options?: Partial<ReadOptions>) => ReturnType<typeof readDemand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'surgeproof-exports-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return (content, options = {}) => {
    const file = path.join(folder, `${files++}.csv`);
    writeFileSync(file, content);
    return readDemand(file, { column: undefined, timeColumn: undefined, zone: 'Asia/Seoul', ...options });
  };
}
