import type { ForecastCommandFlags } from '../commands/forecast.ts';
import { type AddCommands, examples, GROUPS } from './command-group.ts';

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `surgeproof forecast`. */
export const forecastCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('forecast')
    .helpGroup(GROUPS.plan)
    .description('forecast the peak, as a distribution, from past demand')
    .argument('[demand.csv]', 'demand by day or hour: time and value, or a date and 24 columns; may be left out with --events')
    .option('--events <file>', 'announced launches, deadlines and reopenings, with comparable past events (JSON)')
    .option('--column <name>', 'column of the demand')
    .option('--time-column <name>', 'column of the time')
    .option('--horizon <length>', 'how far ahead: 28d, or 168h for hourly data', '28d')
    .option('--as-of <date>', 'use nothing later than this day')
    .option('--calendar <name>', 'a CSV file of date,name on top of the Korean calendar; none leaves that out; may be repeated', several)
    .option('--add-holiday <date>', 'an announced holiday, or a what-if; may be repeated', several)
    .option('--break <date>', 'first day of a new level of demand, after a merger or a new price; may be repeated', several)
    .option('--method <name>', 'auto averages all; days: seasonal-naive, ridge, smoothing, year-ago, trees; hours: also mstl', 'auto')
    .option('--daily <how>', 'how hours are combined into days: sum or max', 'sum')
    .option('--decimal <mark>', 'mark before decimals in the file: point or comma (default: as the numbers show it)')
    .option('--unit <name>', 'what is counted, such as payments; for the texts', '')
    .option('--vmr <ratio>', 'measured variance-to-mean ratio of arrivals in a second')
    .option('--time-zone <name>', 'time zone of the series; times with an offset are converted to it', 'Asia/Seoul')
    .option('--seed <number>', 'seed of the random numbers; the same seed gives the same files', '1')
    .option('--out <folder>', 'folder of forecast.json and forecast.html (default: here)')
    .option('--record [file]', 'append the claim to a ledger (default: predictions.ndjson)')
    .option('--check <ledger>', 'compare the claims of a ledger with the demand in the file')
    .option('--json', 'print forecast.json on standard output and nothing else')
    .action(async (file: string | undefined, flags: ForecastCommandFlags) =>
      end(await (await import('../commands/forecast.ts')).forecast(file, flags, console)),
    );
  examples(
    command,
    ['surgeproof forecast demand.csv --horizon 28d', 'the peak of the next four weeks, from daily demand'],
    ['surgeproof forecast --events launch.json', 'the peak of an announced launch, from ones it can be compared with'],
  );
};
