import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../models/demand/calendar/day-number.ts';
import { readForecast } from '../../../scripts/demand/read-forecast.ts';
import { FIRST, madeCommand } from '../demand/made-command.ts';

const { folder, file, run, words } = madeCommand();

describe('forecast', () => {
  it('answers in sentences, writes forecast.json, and prints the same document', async () => {
    const { code, text, document } = await run(file, { asOf: '2025-04-20', addHoliday: ['2025-04-25'] });
    expect(code).toBe(0);
    expect(text).toContain('The peak of visits from Monday, 21 Apr 2025 to Sunday, 4 May 2025 will be ');
    expect(text).toMatch(/[▁▂▃▄▅▆▇█]{14}/);
    expect(document.calendarVersion).toMatch(/1 added$/);
    expect(JSON.parse(readFileSync(path.join(folder, 'forecast.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
    expect(await readForecast(path.join(folder, 'forecast.json'))).toEqual(JSON.parse(JSON.stringify(document)));
    expect(readFileSync(path.join(folder, 'forecast.html'), 'utf8')).toMatch(
      /The peak of visits from Monday, 21 Apr 2025 to Sunday, 4 May 2025/,
    );
  });

  it('uses nothing later than the day it is asked as of: other values after it change no byte', async () => {
    const other = path.join(folder, 'other.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(other, [...lines.slice(0, 112), ...lines.slice(112).map((line) => line.replace(/,.+/, ',999999'))].join('\n'));
    const [one, two] = [await run(file, { asOf: '2025-04-20' }), await run(other, { asOf: '2025-04-20' })];
    expect(JSON.stringify(two.document)).toBe(JSON.stringify(one.document));
  });

  it('takes a calendar from a file', async () => {
    const events = path.join(folder, 'events.csv');
    writeFileSync(events, 'date,name\n2025-02-01,sale\n2025-03-01,sale\n2025-04-01,sale\n2025-05-12,sale\n');
    const { document, text } = await run(file, { calendar: ['none', events] });
    expect(document.events.map(({ name, time, seen }) => [name, time, seen?.occurrences])).toEqual([['sale', '2025-05-12', 3]]);
    expect(text).toContain('Calendar: ');
    // Without `none`, the Korean days stay.
    const onTop = (await run(file, { calendar: [events] })).document;
    expect(onTop.events.map(({ name }) => name)).toContain('sale');
    expect(onTop.calendarVersion).toMatch(/^kr: .*events\.csv: 4 days$/);
    writeFileSync(events, 'date,name\nsoon,sale\n');
    expect(await words(file, { calendar: ['none', events] })).toContain('line 2: must be a date and a name, got soon,sale');
    expect((await run(file, { calendar: ['none'], addHoliday: ['2025-05-14'] })).document.calendarVersion).toBe('none; 1 added');
  });

  it('leaves out a last day that is not over, says so, and keeps it when it is named', async () => {
    const partial = path.join(folder, 'partial.csv');
    writeFileSync(
      partial,
      readFileSync(file, 'utf8')
        .trimEnd()
        .replace(/,([\d.]+)$/, (_, value) => `,${0.3 * Number(value)}`),
    );
    const without = await run(partial, {});
    expect(without.document.asOf).toBe('2025-05-09');
    expect(without.text).toMatch(/Note: The last day, 2025-05-10, is \d+ % below its weekday and was left out: it looks incomplete/);
    const kept = await run(partial, { asOf: '2025-05-10' });
    expect(kept.document.asOf).toBe('2025-05-10');
  });

  it('says all that is wrong with its options, at once', async () => {
    const message = await words(file, { horizon: 'long', seed: '-1', daily: 'mean', vmr: '0.5', timeZone: 'Mars', asOf: 'today' });
    for (const option of ['--horizon', '--seed', '--daily', '--vmr', '--time-zone', '--as-of']) expect(message).toContain(option);
    expect(await words(file, { asOf: '2031-01-01' })).toContain(
      'must be a day of the data, which run from 2025-01-01 to 2025-05-10, got 2031-01-01',
    );
    expect(await words(file, { asOf: '2024-01-01' })).toContain('which run from 2025-01-01 to 2025-05-10, got 2024-01-01');
    expect(await words(file, { horizon: '48h' })).toContain('must be in days for a daily series');
    for (const horizon of ['0', '0d', '-3', '1000d', '1.5d', '28'])
      expect(await words(file, { horizon })).toContain(`at most 366d, got ${horizon}`);
    expect(await words(file, { method: 'ridg' })).toContain('trees for days, got ridg; did you mean ridge?');
    expect(await words(file, { method: 'mstl' })).toContain('--method: must be one of auto, seasonal-naive');
    expect(await words(file, { method: 'year-ago' })).toContain('must be longer for --method year-ago');
    expect((await run(file, { method: 'ridge' })).document.method).toBe('ridge 100 %');
    expect(await words(file, { break: ['2030-01-01'] })).toContain('--break: must be a day inside the data');
    expect(await words(file, { calendar: ['kr', 'none'] })).toContain('--calendar: must be kr or none, got both');
    expect(await words(file, { decimal: 'dot' })).toContain('--decimal: must be point (1,234.5) or comma (1.234,5), got dot');
    expect(await words(file, { calendar: ['jp'] })).toContain('--calendar: must be kr, none or a CSV file');
    expect(await words(file, { column: 'vists' })).toContain('--column: must be one of date, visits, got vists; did you mean visits?');
    expect(await words(file, { out: file })).toContain('--out: must be a folder that can be written');
    // Where nobody can make a folder, Node's own recursive mkdir never ends.
    expect(await words(file, { out: '/proc/nothing/here' })).toContain('--out: must be a folder that can be written');
  });

  it('refuses two rows and a year of zeros, and leaves no file behind', async () => {
    const bad = path.join(folder, 'bad.csv');
    const out = path.join(folder, 'nothing');
    writeFileSync(bad, 'date,n\n2026-01-01,1\n2026-01-02,2\n');
    expect(await words(bad, { out })).toContain('must have at least 35 known days');
    writeFileSync(bad, `date,n\n${Array.from({ length: 365 }, (_, i) => `${dateOf(FIRST + i)},0`).join('\n')}\n`);
    expect(await words(bad, { out })).toContain('must not be zero throughout');
    expect(existsSync(out)).toBe(false);
  });

  it('goes down to the hour and the second, and forecasts hours', async () => {
    const hours = path.join(folder, 'hours.csv');
    const rows = Array.from(
      { length: 40 * 24 },
      (_, i) =>
        `${dateOf(FIRST + Math.floor(i / 24))} ${String(i % 24).padStart(2, '0')}:00,${Math.round(100 + 90 * Math.sin((2 * Math.PI * (i % 24)) / 24) + 9 * Math.sin(i * i))}`,
    );
    writeFileSync(hours, `time,n\n${rows.join('\n')}\n`);
    const { text } = await run(hours, { horizon: '7d', vmr: '1.2' });
    expect(text).toContain('The busiest hour of the peak day, around ');
    expect(text).toContain('variance over mean 1.2, measured');
    const byHour = await run(hours, { horizon: '48h' });
    expect(byHour.document.points).toHaveLength(48);
    expect(byHour.document.method).toContain('decomposition');
  });

  it('keeps names of a file away from the terminal: no escape sequence comes out', async () => {
    const hostile = path.join(folder, 'hostile.csv');
    writeFileSync(hostile, readFileSync(file, 'utf8').replace('visits', 'vi\u001b[31msits'));
    expect((await run(hostile, {})).text).not.toContain('\u001b');
  });

  it('reads western Excel and won, and shows a value when a column is none', async () => {
    const other = path.join(folder, 'other-kinds.csv');
    const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    writeFileSync(other, Buffer.from(`date,visites à Orléans\n${lines.join('\n')}\n`, 'latin1'));
    expect((await run(other, {})).document.series).toBe('visites à Orléans');
    writeFileSync(other, `date,won\n${lines.map((line) => line.replace(',', ',₩')).join('\n')}\n`);
    expect((await run(other, {})).document.series).toBe('won');
    writeFileSync(other, `date,n\n${lines.map((_, i) => `${i}/1/2025,5`).join('\n')}\n`);
    expect(await words(other, {})).toContain('got none in date (0/1/2025), n (5)');
    writeFileSync(other, `date,n,n\n${lines.map((line) => `${line},1`).join('\n')}\n`);
    expect(await words(other, { column: 'n' })).toContain('--column: must name one column, got n, which is there twice');
    writeFileSync(other, Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    expect(await words(other, {})).toContain('a spreadsheet (xls)');
  });
});
