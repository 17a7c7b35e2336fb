import { join } from 'node:path';
import { forecastLaunches, type Launches, launchDocument } from '../../models/demand/launch/launch-document.ts';
import type { ForecastDocument } from '../../models/results/forecast.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { writeJson } from '../run-folder/write-file.ts';
import type { Console } from '../terminal/console.ts';
import { launchAnswer } from './launch-answer.ts';
import { readEvents } from './read-events.ts';

/** Options that need a past series. */
const OF_A_SERIES = { record: '--record', check: '--check', asOf: '--as-of', column: '--column', timeColumn: '--time-column' } as const;

interface LaunchFlags extends Readonly<Partial<Record<keyof typeof OF_A_SERIES, unknown>>> {
  readonly events?: string;
  readonly out?: string;
}

/** `surgeproof forecast --events <file>`: a launch that has no past series. */
export async function forecastWithoutSeries(flags: LaunchFlags, console: Console): Promise<ExitCode> {
  if (flags.events === undefined)
    throw new SurgeproofError('wrong-usage', {
      text: 'demand.csv: must be given, got nothing; name a CSV of past demand, or --events <file> for a launch that has none',
    });
  const given = Object.entries(OF_A_SERIES).filter(([name]) => flags[name as keyof typeof OF_A_SERIES] !== undefined);
  if (given.length > 0)
    throw new SurgeproofError('invalid-options', {
      problems: given.map(([, option]) => `${option}: must be left out without a CSV of past demand, which it is about; name the CSV`),
    });
  const document = launchDocument(await readEvents(flags.events));
  const file = join(flags.out ?? '.', 'forecast.json');
  await writeJson(file, document);
  for (const line of launchLines(document)) console.out(line);
  for (const warning of document.warnings) console.out(`Note: ${warning}`);
  console.out(`Method: ${document.method}; as of ${document.asOf}.`);
  console.out(`Written: ${file}`);
  console.document(document);
  return EXIT.ok;
}

/** What is announced in a file of events; null without a file. Read before a series is forecast, which takes longer. */
export const announced = async (file: string | undefined): Promise<Launches | null> =>
  file === undefined ? null : forecastLaunches(await readEvents(file));

/** The forecast of a series with announced events beside it. */
export function withLaunches(document: ForecastDocument, announced: Launches | null): ForecastDocument {
  if (announced === null) return document;
  const { launches, warnings } = announced;
  const beside = `${launches.map(({ name }) => name).join(', ')}: not part of the peak of the series; where both count the same people, add them.`;
  return { ...document, launches, warnings: [...document.warnings, beside, ...warnings] };
}

/** The answers about all announced events, a blank line after each. */
export const launchLines = ({ launches = [] }: ForecastDocument): string[] => launches.flatMap((launch) => [...launchAnswer(launch), '']);
