import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dateOf } from '../../../../models/demand/calendar/day-number.ts';
import { parseNumber } from '../../../../scripts/demand/csv/cells/parse-number.ts';
import { parseTime } from '../../../../scripts/demand/csv/cells/parse-time.ts';
import { readDemand } from '../../../../scripts/demand/csv/read-demand.ts';
import { decodeText } from '../../../../scripts/demand/csv/table/decode-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'surgeproof-demand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const read = (content: string | Uint8Array, column?: string, timeColumn?: string) => {
  const file = path.join(folder, `${files++}.csv`);
  writeFileSync(file, content);
  return readDemand(file, { column, timeColumn, zone: 'Asia/Seoul' });
};
/** 날짜,방문 (date, visits) as Korean Excel writes it, in cp949. */
const CP949 = Uint8Array.from([
  0xb3,
  0xaf,
  0xc2,
  0xa5,
  0x2c,
  0xb9,
  0xe6,
  0xb9,
  0xae,
  ...Buffer.from('\r\n2026-01-01,"1,234"\r\n2026-01-02,5\r\n'),
]);

describe('a demand file', () => {
  it('is read from Korean Excel: cp949, CRLF, thousand separators', async () => {
    const { name, series } = await read(CP949);
    expect([name, series.step, ...series.values]).toEqual(['방문', 'day', 1234, 5]);
  });

  it('is read with a mark, in any order, with gaps and a repeated row, and says so', async () => {
    const { series, read: said } = await read('\ufeff날짜,건수\n2026-01-04,4\n2026-01-01,1\n2026-01-02,2\n2026-01-01,1\n');
    expect([...series.values]).toEqual([1, 2, Number.NaN, 4]);
    expect(dateOf(series.first)).toBe('2026-01-01');
    expect(said).toBe(
      'Read: 4 rows of 건수, 3 days from 2026-01-01 to 2026-01-04 (Asia/Seoul), one row repeated and left out, rows sorted by time.',
    );
  });

  it('may be wide, with 24 columns a day', async () => {
    const header = Array.from({ length: 24 }, (_, h) => `h${String(h).padStart(2, '0')}`).join(',');
    const { series } = await read(`date,temperature,${header}\n2026-01-01,-3,${Array.from({ length: 24 }, (_, h) => h).join(',')}\n`);
    expect([series.step, series.values.length, series.values[23]]).toEqual(['hour', 24, 23]);
  });

  it('may count hours from 1 to 24, as Korean tables do', async () => {
    const header = Array.from({ length: 24 }, (_, h) => `${h + 1}시`).join(',');
    const { series } = await read(`날짜,${header}\n2026-01-01,${Array.from({ length: 24 }, (_, h) => h).join(',')}\n`);
    expect(series.values[0]).toBe(0);
  });

  it('may have the hour in a column of its own, or in the time, or finer rows that are added up', async () => {
    expect((await read('date,hour,rented\n2026-01-01,0,5\n2026-01-01,1,6\n', 'rented')).series.values).toEqual(Float64Array.of(5, 6));
    expect((await read('time,n\n2026-01-01 00:00,5\n2026-01-01 01:00,6\n')).series.step).toBe('hour');
    const finer = await read('time,n\n2026-01-01 00:00,5\n2026-01-01 00:30,6\n2026-01-01 01:00,1\n');
    expect([...finer.series.values]).toEqual([11, 1]);
    expect(finer.read).toContain('rows finer than an hour added up by hour');
  });

  it('gives the hour that daylight saving repeats its mean, and leaves the skipped one unknown', async () => {
    const { series } = await read('time,n\n2025-11-02 00:00,1\n2025-11-02 01:00,2\n2025-11-02 01:00,4\n2025-11-02 03:00,5\n');
    expect([...series.values]).toEqual([1, 3, Number.NaN, 5]);
  });

  it.each([
    ['date,a,b\n2026-01-01,1,2\n', undefined, /column: must be clear, got a, b; choose with --column a/],
    ['date,visits\n2026-01-01,1\n', 'visit', /--column: must be one of date, visits, got visit; did you mean visits\?/],
    ['date,start,n\n2026-01-01,2026-01-01,1\n', undefined, /time column: must be clear, got date and start/],
    ['day,n\nMonday,1\n', undefined, /time column: must hold dates such as 2026-02-17/],
    ['date,n\n2026-01-01,x\n', undefined, /column: must hold numbers such as 1234.5 or 1,234.5, got none in date \(2026-01-01\), n \(x\)/],
    ['date,n\n', undefined, /a line of names and lines of values, got 1 lines/],
    ['', undefined, /got 0 lines/],
    ['PK\u0003\u0004', undefined, /spreadsheet \(xlsx\)/],
    [
      `date,n\n${'2026-01-01,1\n'.repeat(30)}soon,2\n2026-01-03,many\n`,
      undefined,
      /line 32: date: must be a date, got soon; correct it, or take the line out\nline 33: n: must be a number, got many; write digits/,
    ],
    [`date,n\n${'2026-01-01,1\n'.repeat(90)}${'soon,2\n'.repeat(8)}2026-01-01,1\n`, undefined, /and 3 more/],
    [
      'date,n\n2026-01-01,1\n2026-01-02,2\n2026-01-02,4\n',
      undefined,
      /line 4: date: must stand once, got 2026-01-02 again \(2, 4\) in a row that differs; add such rows up, or keep one/,
    ],
    ['date,n\n1900-01-01,1\n2026-01-01,2\n', undefined, /must span at most 60 years, got 126/],
    ['date,"n\n2026-01-01,1\n', undefined, /must be CSV/],
  ])('is refused with a sentence: %j', async (text, column, sentence) => expect(read(text, column)).rejects.toThrow(sentence));

  it('has to be there', async () =>
    expect(readDemand(path.join(folder, 'none.csv'), { column: undefined, timeColumn: undefined, zone: 'Asia/Seoul' })).rejects.toThrow(
      /can be read, got ENOENT/,
    ));

  it('takes the columns it is told', async () => {
    const { series } = await read('date,start,n,m\n2026-01-01,2026-02-01,1,2\n', 'm', 'start');
    expect([dateOf(series.first), series.values[0]]).toEqual(['2026-02-01', 2]);
  });
});

describe('a cell', () => {
  it.each([
    ['2026-2-7', 20_491, null],
    ['2026/02/07', 20_491, null],
    ['2026. 2. 7.', 20_491, null],
    ['20260207', 20_491, null],
    ['2026년 2월 7일', 20_491, null],
    ['2026-02-07(토)', 20_491, null],
    ['2026-02-07 15시', 20_491, 15],
    ['2026-02-07 오후 3:30', 20_491, 15],
    ['2026-02-07 12:05 AM', 20_491, 0],
    ['2026-02-06T24:00', 20_491, 0],
    ['2026-02-06T15:00:00Z', 20_491, 0],
    ['2026-02-07T00:00:00+09:00', 20_491, 0],
    ['2026020709', 20_491, 9],
  ])('%s is a time', (text, day, hour) => expect(parseTime(text, 'Asia/Seoul')).toMatchObject({ day, hour }));

  it.each(['', 'soon', '2026-02-30', '2026-02-07 25:00', '2026-02-07 10:99', '2026-02-07 noon'])('%j is no time', (text) =>
    expect(parseTime(text, 'Asia/Seoul')).toBeNull(),
  );

  it.each([
    ['1,234,567', 1_234_567],
    ['-1.5e3', -1500],
    ['12 건', 12],
    ['3_000', 3000],
  ])('%s is a number', (text, value) => expect(parseNumber(text)).toBe(value));
  it.each(['', '-', 'N/A', 'null'])('%j is unknown', (text) => expect(parseNumber(text)).toBeNaN());
  it.each(['1,2', 'abc', '1.2.3'])('%s is no number', (text) => expect(parseNumber(text)).toBeNull());
});

describe('text', () => {
  it('is decoded from UTF-16 by its mark', () => expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x61, 0x00))).toBe('a'));
});
