import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateOf } from '../../../models/demand/calendar/day-number.ts';
import { eventCalendar } from '../../../models/demand/calendar/event-calendar.ts';
import { burstFactor } from '../../../models/demand/peak/burst-factor.ts';
import { dailyOf } from '../../../models/demand/series/demand-series.ts';
import { interpolatedQuantileOf } from '../../../models/statistics/interpolated-quantile.ts';
import { parseTime } from '../../demand/csv/cells/parse-time.ts';
import { readDemand } from '../../demand/csv/read-demand.ts';
import { readTable } from '../../demand/csv/table/read-table.ts';
import { loadCalendar } from '../../demand/load-calendar.ts';
import { loadDecompose } from '../../demand/load-decompose.ts';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import { writtenTables } from '../tables/written-tables.ts';
import { benchDaily } from './bench-daily.ts';
import { benchFestivals } from './bench-festivals.ts';
import { benchHourly, benchM4 } from './bench-hourly.ts';
import { type KindScores, kindsTable } from './kinds-table.ts';
import { manifestSchema } from './manifest-schema.ts';
import { owa } from './owa.ts';
import { meanOf, type Score } from './score.ts';
import { speedLines } from './speed/speed.ts';
import { markdownTable } from './table.ts';

const ZONE = 'Asia/Seoul';
/** Naive 2 of the M4 competition on its hourly series. */
const M4_REFERENCE = { smape: 18.383, mase: 2.395 };

const { values: flags } = parseArgs({
  options: { data: { type: 'string' }, manifest: { type: 'string' }, only: { type: 'string' }, write: { type: 'boolean', default: false } },
});
if (flags.write && flags.only !== undefined) throw new Error('--write: must be given without --only, as the tables are written together');
if (flags.data === undefined) throw new Error('--data: must be a folder of series; beside them, or with --manifest, a manifest.json');
const folder = flags.data;
const beside = join(folder, 'manifest.json');
const file = flags.manifest ?? (existsSync(beside) ? beside : new URL('manifest.json', import.meta.url).pathname);
const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const wanted = (kind: string): boolean => flags.only === undefined || flags.only.split(',').includes(kind);
const printed: string[] = [];
const print = (text: string): void => {
  printed.push(text);
  process.stdout.write(`${text}\n`);
};

async function daily(): Promise<void> {
  const means = new Map<string, number[]>();
  const holidayDriven: number[] = [];
  const kinds: KindScores[] = [];
  for (const one of manifest.daily) {
    const demand = await readDemand(join(folder, one.file), { column: one.column, timeColumn: one.timeColumn, zone: ZONE });
    const series = dailyOf(demand.series, one.daily);
    const calendar = await loadCalendar([one.calendar], [], ZONE);
    const scores = benchDaily(series, calendar, one.windows, one.festivals);
    kinds.push({
      name: one.name,
      festival: benchFestivals(series, calendar, one.festivals).map(({ score }) => score),
      calm: scores.get('surgeproof')!.filter(({ chosenBias }) => Number.isNaN(chosenBias)),
    });
    print(markdownTable(one.name, scores));
    for (const [name, all] of scores) means.set(name, [...(means.get(name) ?? []), mase(all)]);
    if (one.holidayDriven) holidayDriven.push(mase(scores.get('surgeproof')!));
  }
  print(
    `| mean MASE of the daily series | |\n| --- | ---: |\n${[...means].map(([name, all]) => `| ${name} | ${meanOf(all).toFixed(3)} |`).join('\n')}\n`,
  );
  print(`Mean MASE of the holiday-driven ones: ${meanOf(holidayDriven).toFixed(3)}\n`);
  print(kindsTable(kinds));
  print(await sampleFestivals());
}

/** The festivals of the sample in the documents, one by one: it is made up, so they are in no mean. */
async function sampleFestivals(): Promise<string> {
  const file = join(PROJECT_FOLDER, 'docs', 'samples', 'demand.csv');
  const { series } = await readDemand(file, { column: undefined, timeColumn: undefined, zone: ZONE });
  const all = benchFestivals(series, await loadCalendar(['kr'], [], ZONE), ['seollal', 'chuseok']);
  return all
    .map(({ name, asOf, score: { peakBias, overshoot } }) => {
      const away = (share: number): string => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)} %`;
      return `- Sample, as of ${dateOf(asOf)} before ${name}: P50 ${away(peakBias)}, P90 ${away(overshoot)}`;
    })
    .join('\n');
}

async function hourly(): Promise<void> {
  const decompose = await loadDecompose();
  for (const one of manifest.hourly) {
    const path = join(folder, one.file);
    const demand = await readDemand(path, { column: undefined, timeColumn: undefined, zone: ZONE });
    const calendar = one.holidayColumn === undefined ? await loadCalendar([one.calendar], [], ZONE) : await marked(path, one.holidayColumn);
    print(markdownTable(one.name, benchHourly(demand.series, calendar, one.windows, one.spacing, decompose)));
  }
}

/** Days marked 1 in a column of the data, as a calendar. */
async function marked(path: string, column: string) {
  const { header, rows } = await readTable(path);
  const days = rows
    .filter(({ cells }) => cells[header.indexOf(column)] === '1')
    .map(({ cells }) => ({ day: parseTime(cells[0]!, ZONE)!.day, name: column }));
  return eventCalendar(days, column);
}

async function m4(path: string): Promise<void> {
  const { rows } = await readTable(join(folder, path));
  const lines = rows.map(({ cells: [, count, , text] }) => {
    const values = Float64Array.from(text!.split(' '), Number);
    return { train: values.slice(0, Number(count)), test: values.slice(Number(count)) };
  });
  const scores = benchM4(lines, await loadDecompose());
  print(markdownTable('M4 hourly, 48 h', scores));
  for (const [name, all] of scores)
    print(`- OWA of ${name}: ${owa({ smape: meanOf(all.map((one) => one.smape)), mase: mase(all) }, M4_REFERENCE).toFixed(3)}`);
}

/** Predicted peak factor of the second beside the median observed one, for hours of a like rate. */
async function burst(path: string): Promise<void> {
  const { header, rows } = await readTable(join(folder, path));
  const cell = (row: readonly string[], name: string): number => Number(row[header.indexOf(name)]);
  const hours = rows.map(({ cells: row }) => ({
    mean: cell(row, 'mean_per_s'),
    ratio: cell(row, 'var_over_mean_1s'),
    highest: cell(row, 'max_1s'),
  }));
  for (const [low, high] of [
    [0.2, 0.5],
    [0.5, 1],
    [1, 5],
  ] as const) {
    const alike = hours.filter(({ mean }) => mean >= low && mean < high);
    const middle = (of: (hour: (typeof hours)[number]) => number): number => interpolatedQuantileOf(alike.map(of), 0.5);
    const predicted = middle(({ mean, ratio }) => burstFactor(mean, Math.max(1, ratio)));
    const observed = middle(({ mean, highest }) => highest / mean);
    print(
      `- Burst at ${low} to ${high}/s, ${alike.length} hours: predicted ${predicted.toFixed(2)}, observed ${observed.toFixed(2)} (${(100 * (predicted / observed - 1)).toFixed(1)} %)`,
    );
  }
}

const mase = (scores: readonly Score[]): number => meanOf(scores.map((one) => one.mase));

if (wanted('daily')) await daily();
if (wanted('hourly')) await hourly();
if (wanted('m4') && manifest.m4 !== undefined) await m4(manifest.m4);
if (wanted('burst') && manifest.burst !== undefined) await burst(manifest.burst);
if (wanted('speed')) print(speedLines());
if (flags.write) {
  const file = join(PROJECT_FOLDER, 'docs', 'benchmarks.md');
  writeFileSync(file, writtenTables(readFileSync(file, 'utf8'), printed.join('\n')));
}
