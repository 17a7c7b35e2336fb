import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dateOf, dayNumber } from '../../../models/demand/calendar/day-number.ts';
import type { ForecastDocument } from '../../../models/results/forecast/forecast.ts';
import { forecast } from '../../../scripts/commands/forecast.ts';
import type { Console } from '../../../scripts/terminal/console.ts';
import { madeDemand } from '../../models/demand/made-demand.ts';
import { temporaryFolder } from '../temporary-folder.ts';

type Flags = Partial<Parameters<typeof forecast>[1]>;

/** First day of the made file. */
export const FIRST = dayNumber('2025-01-01')!;

/** The command over a file of 130 made days, in a folder of its own; `words` is what it refuses with. */
export function madeCommand() {
  const folder = temporaryFolder();
  const file = path.join(folder, 'demand.csv');
  const rows = Array.from(madeDemand(FIRST, 130, 0.05), (value, i) => `${dateOf(FIRST + i)},${value.toFixed(1)}`);
  writeFileSync(file, `date,visits\n${rows.join('\n')}\n`);
  const usual = { horizon: '14d', timeZone: 'Asia/Seoul', daily: 'sum', unit: 'visits', seed: '1', out: folder };
  const run = async (given: string | undefined, flags: Flags, width = Number.POSITIVE_INFINITY) => {
    const out: string[] = [];
    const documents: unknown[] = [];
    const console = {
      out: (line: string) => void out.push(line),
      err: () => {},
      document: (value: unknown) => void documents.push(value),
      resultWidth: () => width,
    } as unknown as Console;
    const code = await forecast(given, { ...usual, ...flags }, console);
    return { code, text: out.join('\n'), document: documents[0] as ForecastDocument };
  };
  const words = async (given: string, flags: Flags) =>
    run(given, flags).then(
      () => 'no error',
      (error: Error) => error.message,
    );
  return { folder, file, run, words };
}
