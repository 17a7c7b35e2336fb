import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../../models/demand/calendar/day-number.ts';
import type { ReadOptions } from '../../../../scripts/demand/csv/read-demand.ts';
import { DAILY, FIRST, fileReader, rows, VALUES } from './made-files.ts';

/*
 * A second round of files of the kinds that users of monitoring, analytics and spreadsheets posted: each is read rightly, or refused with the line and what to
 * do. Every file is made; the forms are those that psql, pandas, Excel, CloudWatch, Grafana, Google Analytics, nGrinder and public data of Korea write.
 */

const read = fileReader();

it('reads Unix seconds beside the name of a metric, also one that could be a date of 1771', async () => {
  const seconds = [1_770_908_400, 1_770_994_800, 1_771_081_200, 1_771_167_600];
  const { name, series } = await read(`timestamp,metric,value\n${seconds.map((time, i) => `${time},requests,${i + 5}`).join('\n')}\n`);
  expect([name, dateOf(series.first), ...series.values]).toEqual(['value', '2026-02-13', 5, 6, 7, 8]);
});

describe('a daily series is read from', () => {
  it.each<[string, string, Partial<ReadOptions>?]>([
    ['psql, timestamp with time zone', rows((date, value) => `${date} 00:00:00+09,${value}`, 'day,count')],
    ['psql, in UTC', rows((date, value) => `${date} 00:00:00+00,${value}`, 'date_trunc,count')],
    ['a zone by its letters', rows((date, value) => `${date} 00:00 KST,${value}`, 'day,count')],
    ['pandas, with the numbers of rows', rows((date, value, i) => `${i},${date},${value}`, ',date,orders')],
    ['pandas, with an index saved twice', rows((date, value, i) => `${i},${date},${value}`, 'Unnamed: 0,date,orders')],
    ['a table with 순번', rows((date, value, i) => `${i + 1},${date},${value}`, '순번,일자,건수')],
    [
      'months put together, with the names again',
      rows((date, value, i) => `${i === 3 ? 'date,orders\n' : ''}${date},${value}`, 'date,orders'),
    ],
    [
      'CloudWatch, with what it is before the points',
      rows(
        (date, value) => `${date.replaceAll('-', '/')} 00:00:00,${value}`,
        'Full label,RequestCount\nLabel,RequestCount\nUnit,Count\nPeriod,86400\nTime,RequestCount',
      ),
    ],
    [
      'Google Analytics, with its totals and a second table',
      `# ----\n# Traffic\n# ----\n\n${rows((date, value) => `${date.replaceAll('-', '')},${value}`, 'Date,Active users')}\n,4414\n\n# ----\nCountry,Active users\nKorea,4400\nJapan,14\n`,
    ],
    ['Grafana, quoted, with an offset', rows((date, value) => `"${date}T00:00:00+09:00","${value}"`, '"Time","orders"')],
    ['a byte order mark and a quoted name on two lines', `\ufeff${rows((date, value) => `${date},${value}`, 'date,"orders\n(all)"')}`],
    [
      'rows latest first',
      `date,orders\n${VALUES.map((value, i) => `${dateOf(FIRST + i)},${value}`)
        .reverse()
        .join('\n')}\n`,
    ],
    [
      'two columns that tell parts apart',
      rows(
        (date, value) => `${date},app,new,${value - 3}\n${date},app,old,1\n${date},web,new,1\n${date},web,old,1`,
        'date,channel,kind,orders',
      ),
    ],
    ['a duration beside the demand, which is no clock', rows((date, value, i) => `${date},${value},00:4${i}`, 'date,orders,mean time')],
    ['demand that is called hours', rows((date, value) => `${date},${value}`, 'date,hour')],
    ['dates with a weekday', rows((date, value, i) => `${date}(${'일월화수목'[i]}),"${value.toLocaleString('en')}건"`, '일자,건수')],
    [
      'the year’s end of Excel: whole numbers with blanks',
      rows((date, value) => `${date}; ${value.toLocaleString('fr')} `, 'Date;Commandes'),
    ],
  ])('%s', async (_, content, options = {}) => expect((await read(content, options)).series).toEqual(DAILY));

  it('events one by one, of which two at the same second are two', async () => {
    const text = 'at,order,n\n2026-03-01 09:00:00,a,1\n2026-03-01 09:00:00,b,1\n2026-03-01 09:00:07,c,1\n2026-03-01 10:00:00,d,1\n';
    expect([...(await read(text)).series.values]).toEqual([3, 1]);
  });
});

describe('hours are read from', () => {
  const hours = Array.from({ length: 24 }, (_, h) => h);
  const two = (value: number): string => String(value).padStart(2, '0');
  const expected = { step: 'hour', first: FIRST * 24, values: Float64Array.from(hours, (h) => 10 + h) };
  const table = (header: string, hour: (h: number) => string): string =>
    `${header}\n${hours.map((h) => `2026-03-01,${hour(h)},${10 + h}`).join('\n')}\n`;

  it.each([
    ['시간대, as spans', table('일자,시간대,건수', (h) => `${two(h)}:00~${two(h + 1)}:00`)],
    ['a clock in a column of its own', table('date,time,orders', (h) => `${two(h)}:00`)],
    ['a clock with seconds', table('date,at,orders', (h) => `${two(h)}:00:00`)],
    ['hours that count from 1 to 24', table('일자,시간,건수', (h) => String(h + 1))],
    ['hour of day', table('date,Hour of day,orders', (h) => String(h))],
    [
      'am and pm',
      `time,n\n${hours.map((h) => `2026-03-01 ${h % 12 === 0 ? 12 : h % 12}:00:00 ${h < 12 ? 'AM' : 'PM'},${10 + h}`).join('\n')}\n`,
    ],
    [
      '오전 and 오후',
      `시각,건수\n${hours.map((h) => `2026-03-01 ${h < 12 ? '오전' : '오후'} ${h % 12 === 0 ? 12 : h % 12}:00:00,${10 + h}`).join('\n')}\n`,
    ],
    ['twelve digits', `time,n\n${hours.map((h) => `20260301${two(h)}00,${10 + h}`).join('\n')}\n`],
    ['fourteen digits', `time,n\n${hours.map((h) => `20260301${two(h)}0000,${10 + h}`).join('\n')}\n`],
    [
      'columns from 1시 to 24시, with a sum beside them',
      `일자,${hours.map((h) => `${h + 1}시`).join(',')},합계\n2026-03-01,${hours.map((h) => 10 + h).join(',')},516\n`,
    ],
    [
      'every ten seconds, added up',
      `time,n\n${hours.flatMap((h) => Array.from({ length: 10 }, (_, i) => `2026-03-01 ${two(h)}:00:${two(6 * i)},${i === 0 ? 1 + h : 1}`)).join('\n')}\n`,
    ],
  ])('%s', async (_, text) => expect((await read(text)).series).toEqual(expected));

  it('says a rate by the hour must not be added up, and takes the highest when asked', async () => {
    const rate = table('date,hour,requests/s', (h) => String(h));
    await expect(read(rate)).rejects.toThrow(
      'requests/s: must not be added up over time, because it is a rate; take the highest with --daily max',
    );
    expect((await read(rate, { daily: 'max' })).series.values[5]).toBe(15);
  });

  it('takes the mean of an hour that the clock repeats, on the day on which it does', async () => {
    const at = (day: string) => `time,n\n${day} 00:00,1\n${day} 01:00,2\n${day} 01:00,4\n${day} 02:00,5\n`;
    // The clock of New York goes back on Sunday, 1 November 2026; that of Lord Howe half an hour; that of Seoul never, and 2 November is a Monday.
    expect([...(await read(at('2026-11-01'), { zone: 'America/New_York' })).series.values]).toEqual([1, 3, 5]);
    await expect(read(at('2026-11-02'))).rejects.toThrow(
      'line 4: time: must stand once, got 2026-11-02 01:00 again (2, 4) in a row that differs; add such rows up, or keep one',
    );
  });
});

describe('what must not be read is refused with what it is and what to do', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'an answer of Prometheus',
      '{"status":"success","data":{"result":[{"values":[[1772290800,"5"]]}]}}',
      /must be CSV, got JSON; write a line of names/,
    ],
    ['a list of points', '[[1772290800, 5], [1772294400, 6]]', /got JSON/],
    ['a web page named xls', '<html><body><table><tr><td>date</td></tr></table>', /got a web page; export the data as CSV/],
    ['a compressed file', Uint8Array.of(0x1f, 0x8b, 8, 0), /got a compressed file \(gzip\); unpack it first/],
    [
      'two series side by side',
      rows((date, value) => `${date},${value},${value}`, 'Time,app,web'),
      /column: must be clear, got app, web; choose with --column app/,
    ],
    ['weeks', 'week,n\n2026-W09,5\n2026-W10,6\n', /time column: must hold dates such as 2026-02-17, got none in week \(2026-W09\)/],
    ['months', 'month,n\n2026-02,5\n2026-03,6\n', /time column: must hold dates/],
    ['days before months', 'date,n\n28/02/2026,5\n01/03/2026,6\n', /time column: must hold dates/],
    ['short units of Grafana', rows((date, value) => `${date},${value / 1000} K`, 'Time,orders'), /must hold numbers|must be a number/],
    [
      'a total in the first row',
      rows((date, value, i) => `${i === 0 ? 'Total,4414\n' : ''}${date},${value}`, 'date,orders'),
      /line 2: date: must be a date, got Total/,
    ],
    [
      'a total among the parts of two columns',
      rows((date, value) => `${date},app,new,1\n${date},app,total,${value}\n${date},web,new,1\n${date},web,total,2`, 'date,channel,kind,n'),
      /must not hold a total beside its parts/,
    ],
    [
      'rows that contradict each other',
      'date,note,n\n2026-03-01,first,5\n2026-03-01,first,6\n2026-03-02,,7\n',
      /line 3: date: must stand once, got 2026-03-01 again \(5, 6\)/,
    ],
  ])('%s', async (_, content, sentence) => expect(read(content)).rejects.toThrow(sentence));
});
