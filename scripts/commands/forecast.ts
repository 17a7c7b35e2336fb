import { join } from 'node:path';
import type { Command } from 'commander';
import { dateOf } from '../../models/demand/calendar/day-number.ts';
import { forecastDocument } from '../../models/demand/forecast/forecast-document.ts';
import { referenceLoads } from '../../models/demand/peak/reference-loads.ts';
import { type DemandSeries, dailyOf, knownUntil, periodsPerDay } from '../../models/demand/series/demand-series.ts';
import { seriesProblems } from '../../models/demand/series/series-problems.ts';
import type { ForecastDocument } from '../../models/results/forecast.ts';
import { answer } from '../demand/answer.ts';
import { checkClaims } from '../demand/check-claims.ts';
import { forecastWithoutSeries, launchLines, withLaunches } from '../demand/forecast-launches.ts';
import { claimOf, readClaims, record } from '../demand/ledger.ts';
import { loadCalendar } from '../demand/load-calendar.ts';
import { loadDecompose } from '../demand/load-decompose.ts';
import { type ForecastFlags, type ForecastSettings, forecastSettings } from '../demand/parse-options.ts';
import { type DemandFile, readDemand } from '../demand/read-demand.ts';
import { tailLine } from '../demand/tail-line.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeJson } from '../run-folder/write-file.ts';
import type { Console } from '../terminal/console.ts';
import { VERSION } from '../version.ts';

const FUTURES = 2_000;
const BACKTEST_ORIGINS = 5;
const DAYS_PER_YEAR = 365;
const LEDGER = 'predictions.ndjson';

type Flags = ForecastFlags & { readonly record?: boolean | string; readonly check?: string; readonly events?: string };

/** `surgeproof forecast <demand.csv>`: the peak to come as a distribution, with announced events beside it or alone; or, with `--check`, which earlier statements held. */
export async function forecast(file: string | undefined, flags: Flags, console: Console): Promise<ExitCode> {
  if (file === undefined) return forecastWithoutSeries(flags, console);
  const settings = forecastSettings(flags);
  const claims = flags.check === undefined ? null : await readClaims(flags.check);
  const demand = await readDemand(file, { column: flags.column, timeColumn: flags.timeColumn, zone: flags.timeZone });
  if (claims !== null) {
    checkClaims(claims, demand.series, console);
    return EXIT.ok;
  }
  const document = await withLaunches(await documentOf(file, demand, flags, settings), flags.events);
  const folder = flags.out ?? '.';
  await writeJson(join(folder, 'forecast.json'), document);
  if (flags.record !== undefined) {
    const ledger = typeof flags.record === 'string' ? flags.record : LEDGER;
    await record(ledger, claimOf(document, settings.daily, VERSION));
    console.err(`The claim is recorded in ${ledger}.`);
  }
  const past = dailyOf(asOf(file, demand.series, settings.asOf), settings.horizon.step === 'hour' ? 'max' : settings.daily);
  for (const line of answer(document, referenceLoads(past.values.subarray(-DAYS_PER_YEAR)))) console.out(line);
  for (const line of [...tailLine(document), ...launchLines(document)]) console.out(line);
  console.out(`Written: ${join(folder, 'forecast.json')}`);
  console.document(document);
  return EXIT.ok;
}

async function documentOf(file: string, demand: DemandFile, flags: Flags, settings: ForecastSettings): Promise<ForecastDocument> {
  const { horizon, daily } = settings;
  const known = asOf(file, demand.series, settings.asOf);
  if (horizon.step === 'hour' && known.step === 'day')
    throw new SurgeproofError('invalid-options', {
      problems: [`--horizon: must be in days for a daily series, got ${flags.horizon}; write for instance 28d`],
    });
  const days = horizon.step === 'hour' ? Math.ceil(horizon.count / 24) : horizon.count;
  const problems = seriesProblems(horizon.step === 'day' ? dailyOf(known, daily) : known, days);
  if (problems.length > 0) throw new SurgeproofError('unreadable-file', { file, problems });
  const document = forecastDocument(known, {
    ...settings,
    calendar: await loadCalendar(flags.calendar, settings.added, flags.timeZone),
    name: demand.name,
    unit: flags.unit,
    futures: FUTURES,
    backtestOrigins: BACKTEST_ORIGINS,
    decompose: horizon.step === 'hour' ? loadDecompose() : null,
  });
  if (document === null) throw new SurgeproofError('unreadable-file', { file, problems: ['series: must have known values, got none'] });
  return { ...document, warnings: [...demand.warnings, ...document.warnings] };
}

/** The series as it was known at the end of a day; a day it does not reach is refused. */
function asOf(file: string, series: DemandSeries, day: number | null): DemandSeries {
  const end = Math.floor((series.first + series.values.length - 1) / periodsPerDay(series.step));
  if (day === null) return series;
  if (day > end)
    throw new SurgeproofError('invalid-options', {
      problems: [
        `--as-of: must be a day of the data, which end on ${dateOf(end)}, got ${dateOf(day)}; leave it out to forecast from the end of ${file}`,
      ],
    });
  return knownUntil(series, day);
}

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds `forecast` to the command line. */
export function forecastCommand(program: Command, console: Console, end: (code: ExitCode) => void): void {
  program
    .command('forecast')
    .description('say how high the peak will be, as a distribution, from past demand')
    .argument('[demand.csv]', 'demand by day or hour: time and value, or a date and 24 columns; may be left out with --events')
    .option('--events <file>', 'launches, deadlines and reopenings that were announced, and what they can be compared with (JSON)')
    .option('--column <name>', 'column of the demand')
    .option('--time-column <name>', 'column of the time')
    .option('--horizon <length>', 'how far ahead: 28d, or 168h for hourly data', '28d')
    .option('--as-of <date>', 'use nothing later than this day')
    .option('--calendar <name>', 'kr, none, or a CSV file of date,name', 'kr')
    .option('--add-holiday <date>', 'a holiday that was announced, or a what-if; may be repeated', several)
    .option('--break <date>', 'first day after demand became another one (a merger, a new price); may be repeated', several)
    .option('--daily <how>', 'what hours become when days are forecast: sum or max', 'sum')
    .option('--unit <name>', 'what is counted, for the texts', '')
    .option('--vmr <ratio>', 'measured variance-to-mean ratio of arrivals in a second')
    .option('--time-zone <name>', 'of times that carry an offset', 'Asia/Seoul')
    .option('--seed <number>', 'the same seed gives the same bytes', '1')
    .option('--out <folder>', 'where forecast.json goes (default: here)')
    .option('--record [file]', `append the claim to a ledger (default: ${LEDGER})`)
    .option('--check <ledger>', 'say which claims of a ledger held, by the demand in the file')
    .option('--json', 'print forecast.json on standard output and nothing else')
    .action(async (file: string | undefined, flags: Flags) => end(await forecast(file, flags, console)));
}
