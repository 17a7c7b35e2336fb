import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../models/demand/calendar/day-number.ts';
import type { ReadOptions } from '../../../../scripts/demand/csv/read-demand.ts';
import { DAILY, FIRST, fileReader, rows } from './made-files.ts';

/*
 * What monitoring, analytics and spreadsheets write around and into a table of demand. The forms follow what users of these systems posted in
 * their issues (grafana/grafana#4041, #8058, #24989, #2401; matomo, GA4 exports); every file here is made.
 */

const read = fileReader();

/** Unix time of midnight UTC of a day of the file, seconds. */
const unix = (i: number): number => (FIRST + i) * 86_400;
/** Days that spreadsheets count: 46,082 is 2026-03-01 (25,569 is 1970-01-01). */
const serial = (i: number): number => FIRST + i + 25_569;

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('a daily series is read from', () => {
  it.each<[string, string | Uint8Array]>([
    ['midnight in UTC', rows((date, value) => `${date}T00:00:00Z,${value}`)],
    ['midnight in Seoul, said in UTC', rows((_, value, i) => `${new Date((unix(i) - 32_400) * 1_000).toISOString()},${value}`)],
    ['the last second of the day', rows((date, value) => `${date} 23:59:59,${value}`)],
    ['six in the morning', rows((date, value) => `${date} 06:00,${value}`)],
    ['Unix seconds', rows((_, value, i) => `${unix(i)},${value}`, 'Time,Value')],
    ['Unix seconds with decimals, without a header', rows((_, value, i) => `${unix(i)}.000,${value}`, '').trimStart()],
    ['Unix milliseconds', rows((_, value, i) => `${unix(i)}000,${value}`, 'Time,Value')],
    ['Unix nanoseconds', rows((_, value, i) => `${unix(i)}000000000,${value}`, 'time,value')],
    ['days that a spreadsheet counts', rows((_, value, i) => `${serial(i)},${value}`, 'Date,Orders')],
    ['a file without names', rows((date, value) => `${date},${value}`, '').trimStart()],
    ['a file with its names in a comment', rows((date, value) => `${date},${value}`, '# date,orders')],
    ['a file with comments', rows((date, value) => `${date},${value}`, '# from the warehouse\n# 2026-03-06\ndate,orders')],
    ['an Excel file that names its delimiter', rows((date, value) => `${date};${value}`, 'sep=;\nTime;Value')],
    ['titles before the names', rows((date, value) => `${date},${value}`, '월간 주문 현황\n기간,2026-03-01 ~ 2026-03-05\n\n일자,주문')],
    ['blank rows and columns', `${rows((date, value) => `${date},${value},,`, 'date,orders,,')},,,\n,,,\n`],
    ['a total and a note at the end', `${rows((date, value) => `${date},${value}`)}합계,4414\n"출처: 결제팀, 잠정"\n`],
    [
      'UTF-16 without a mark',
      utf16(
        rows((date, value) => `${date}\t${value}`, 'date\torders'),
        false,
        false,
      ),
    ],
    [
      'UTF-16, big end first',
      utf16(
        rows((date, value) => `${date}\t${value}`, 'date\torders'),
        true,
        true,
      ),
    ],
    ['thousands grouped by points', rows((date, value) => `${date};${value.toLocaleString('de')},0`, 'Datum;Anfragen')],
    ['channels in rows', rows((date, value) => `${date},app,${value - 200}\n${date},web,200`, 'date,channel,orders')],
    [
      'Grafana’s series in rows',
      rows((date, value) => `web;${date}T00:00:00+09:00;${value - 9}\napp;${date}T00:00:00+09:00;9`, 'Series;Time;Value'),
    ],
    [
      'Google Analytics, days counted from a start date',
      `# ----\n# Pages\n# Start date: 20260301\n# End date: 20260305\n${rows((_, value, i) => `000${i},${value}`, 'Nth day,Active users')}`,
    ],
  ])('%s', async (_, content) => expect((await read(content)).series).toEqual(DAILY));

  it('keeps the date that is written, west of Greenwich too', async () =>
    expect(
      (
        await read(
          rows((date, value) => `${date}T00:00:00Z,${value}`),
          { zone: 'America/New_York' },
        )
      ).series,
    ).toEqual(DAILY));

  it('takes a decimal mark that is asked for', async () => {
    const text = rows((date, value) => `${date};${(value / 1_000).toFixed(3)}`, 'Datum;Anfragen');
    expect((await read(text, { decimal: 'point' })).series.values[4]).toBe(1.012);
    expect((await read(text.replaceAll('.', ','), { decimal: 'comma' })).series.values[4]).toBe(1.012);
    expect((await read(text, { decimal: 'comma' })).series.values[4]).toBe(1_012);
  });
});

describe('an hourly series is read from', () => {
  const hours = Array.from({ length: 24 }, (_, h) => h);
  it.each([
    ['clock times', hours.map((h) => `${String(h).padStart(2, '0')}:00`)],
    ['spans', hours.map((h) => `${h}시~${h + 1}시`)],
  ])('columns named by %s', async (_, names) => {
    const { series } = await read(`date,${names.join(',')}\n2026-01-01,${hours.join(',')}\n`);
    expect(series).toEqual({ step: 'hour', first: dayNumber('2026-01-01')! * 24, values: Float64Array.from(hours) });
  });

  it('half hours in columns, which are added up', async () => {
    const names = Array.from({ length: 48 }, (_, i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 ? '30' : '00'}`);
    expect((await read(`date,${names.join(',')}\n2026-01-01,${names.map(() => 1).join(',')}\n`)).series.values).toEqual(
      new Float64Array(24).fill(2),
    );
  });

  const quarters = `Time,requests/s\n${Array.from({ length: 96 }, (_, i) => `2026-05-01 ${String(i >> 2).padStart(2, '0')}:${String((i % 4) * 15).padStart(2, '0')},${i % 4 === 2 ? 13 : 10}`).join('\n')}\n`;
  it('a rate every quarter of an hour: the highest of the hour, never the sum', async () => {
    expect((await read(quarters, { daily: 'max' })).series.values).toEqual(new Float64Array(24).fill(13));
    await expect(read(quarters)).rejects.toThrow(
      'requests/s: must not be added up over time, because it is a rate; take the highest with --daily max',
    );
    await expect(read(quarters.replace('requests/s', 'n'), { unit: 'payments/s' })).rejects.toThrow('payments/s: must not be added up');
  });

  it('a count every quarter of an hour, added up', async () =>
    expect((await read(quarters.replace('requests/s', 'requests'))).series.values[0]).toBe(43));
});

describe('what was read is said in one sentence', () => {
  it('with what was added up and left out', async () => {
    const text = `titles\n${rows((date, value) => `${date},app,${value}\n${date},web,1`, 'date,channel,orders').replace('2026-03-05,web,1\n', '')}합계,,9\n`;
    expect((await read(text)).read).toBe(
      'Read: 9 rows of orders, 5 days from 2026-03-01 to 2026-03-05 (Asia/Seoul), app and web of channel added up, ' +
        'one row of a time and channel missing and taken as nothing; left out: line 1 before the names of the columns, line 12 (합계 9) without a date.',
    );
  });
});

describe('what cannot be told apart is refused', () => {
  it.each<[string, string, Partial<ReadOptions>]>([
    [
      rows((date, value) => `${date};${value.toLocaleString('de')}`, 'Datum;Anfragen'),
      'Anfragen: must show whether 1.012 is a thousand and more or has decimals, got no value that does; say --decimal point or --decimal comma',
      {},
    ],
    [rows((date, value) => `${date};${value / 7}\n`, 'd;n').replace('126.2857', '126,2857'), 'must show whether', {}],
    [
      rows((date, value) => `${date},app,${value}\n${date},total,${value}`, 'date,channel,orders'),
      'channel: must not hold a total beside its parts when rows of one time are added up, got total; keep either its rows or the others',
      {},
    ],
    [
      rows((date, value) => `${date},p95,${value}\n${date},p50,${value}`, 'date,metric,ms'),
      'metric: must hold parts that can be added up, got p95, which is a statistic; keep the rows of one',
      {},
    ],
    [rows((_, value, i) => `000${i},${value}`, 'Nth day,Active users'), 'Nth day: must be counted from a date, got no line such as', {}],
    [`${rows((date, value) => `${date},${value}`)}07/03/2026,5\n`, 'line 7: date: must be a date, got 07/03/2026', {}],
    [`${rows((date, value) => `${date},${value}`)}합계,9\n2026-03-06,4\n`, 'line 7: date: must be a date, got 합계', {}],
  ])('%j', async (text, sentence, options) => expect(read(text, options)).rejects.toThrow(sentence));

  it('demand that looks like days of a spreadsheet stays demand', async () => {
    const { name, series } = await read(rows((date, value) => `${date},${45_000 + value}`));
    expect([name, series.values[0]]).toEqual(['orders', 45_663]);
  });
});
