import { join } from 'node:path';
import { forecastLaunches, type Launches, launchDocument } from '../../../models/demand/launch/launch-document.ts';
import { launchPictures } from '../../../models/demand/launch/launch-picture.ts';
import type { ForecastDocument } from '../../../models/results/forecast/forecast.ts';
import type { LaunchPicture } from '../../../models/results/forecast/launch-picture.ts';
import { EXIT, type ExitCode } from '../../errors/exit-code.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { outputFolder } from '../../run-folder/output-folder.ts';
import { writeJson, writeWhole } from '../../run-folder/write-file.ts';
import type { Console } from '../../terminal/console.ts';
import { plain } from '../../terminal/plain.ts';
import { wrapped } from '../../terminal/wrapped.ts';
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
      text: 'demand.csv: must be given, got nothing; name a CSV of past demand, or --events <file> for a launch without one',
    });
  const given = Object.entries(OF_A_SERIES).filter(([name]) => flags[name as keyof typeof OF_A_SERIES] !== undefined);
  if (given.length > 0)
    throw new SurgeproofError('invalid-options', {
      problems: given.map(([, option]) => `${option}: requires a CSV of past demand, got none; name the CSV, or leave the option out`),
    });
  const events = await readEvents(flags.events);
  const document = launchDocument(events);
  const folder = await outputFolder(flags.out ?? '.');
  const { renderLaunchHtml } = await import('../../../reports/launch/render-launch-html.ts');
  const page = await renderLaunchHtml({ document, launches: launchPictures(events, document.launches ?? []) });
  const file = join(folder, 'forecast.json');
  await writeJson(file, document);
  await writeWhole(join(folder, 'forecast.html'), page);
  const notes = document.warnings.map((warning) => `Note: ${warning}`);
  const lines = [...launchLines(document), ...notes, `Method: ${document.method}; as of ${document.asOf}.`];
  for (const line of fitted(lines, console)) console.out(line);
  console.out(`Written: ${file} and forecast.html beside it`);
  console.document(document);
  return EXIT.ok;
}

/** Announced events with what a report draws of them. */
interface Announced extends Launches {
  readonly pictures: readonly LaunchPicture[];
}

/** Reads the announced events of a file; null without a file. It runs before a series is forecast, which takes longer. */
export async function announced(file: string | undefined): Promise<Announced | null> {
  if (file === undefined) return null;
  const events = await readEvents(file);
  const made = forecastLaunches(events);
  return { ...made, pictures: launchPictures(events, made.launches) };
}

/** Lines of a result for the terminal: without escape sequences, and wrapped between words. */
export const fitted = (lines: readonly string[], console: Console): string[] =>
  lines.flatMap((line) => wrapped(plain(line), console.resultWidth()));

/** The forecast of a series with announced events beside it. */
export function withLaunches(document: ForecastDocument, announced: Launches | null): ForecastDocument {
  if (announced === null) return document;
  const { launches, warnings } = announced;
  const beside = `${launches.map(({ name }) => name).join(', ')}: not included in the peak of the series; add them where both count the same people.`;
  return { ...document, launches, warnings: [...document.warnings, beside, ...warnings] };
}

/** Terminal lines of all announced events, with a blank line after each. */
export const launchLines = ({ launches = [] }: ForecastDocument): string[] => launches.flatMap((launch) => [...launchAnswer(launch), '']);
