import type { Command } from 'commander';
import type { ForecastCommandFlags } from '../commands/forecast.ts';
import type { ExitCode } from '../errors/exit-code.ts';
import type { Console } from '../terminal/console.ts';

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds `forecast` to the command line. What it does is loaded when it runs, so that other commands do not pay for it. */
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
    .option('--method <name>', 'auto weighs all; days: seasonal-naive, ridge, smoothing, year-ago, trees; hours: also mstl', 'auto')
    .option('--daily <how>', 'what hours become when days are forecast: sum or max', 'sum')
    .option('--unit <name>', 'what is counted, for the texts', '')
    .option('--vmr <ratio>', 'measured variance-to-mean ratio of arrivals in a second')
    .option('--time-zone <name>', 'of times that carry an offset', 'Asia/Seoul')
    .option('--seed <number>', 'the same seed gives the same bytes', '1')
    .option('--out <folder>', 'where forecast.json and forecast.html go (default: here)')
    .option('--record [file]', 'append the claim to a ledger (default: predictions.ndjson)')
    .option('--check <ledger>', 'say which claims of a ledger held, by the demand in the file')
    .option('--json', 'print forecast.json on standard output and nothing else')
    .action(async (file: string | undefined, flags: ForecastCommandFlags) =>
      end(await (await import('../commands/forecast.ts')).forecast(file, flags, console)),
    );
}
