import { join } from 'node:path';
import { checkPredictions } from '../../models/demand/ledger/check-predictions.ts';
import { forecastReport } from '../../models/demand/report/forecast-report.ts';
import { answer } from '../demand/answer.ts';
import { adviceSentence, checkLines } from '../demand/claims/check-claims.ts';
import { claimOf, readClaims, record } from '../demand/claims/ledger.ts';
import { type DemandFile, readDemand } from '../demand/csv/read-demand.ts';
import { announced, fitted, forecastWithoutSeries, launchLines, withLaunches } from '../demand/launches/forecast-launches.ts';
import { loadCalendar } from '../demand/load-calendar.ts';
import { makeStatement } from '../demand/make-statement.ts';
import { type ForecastFlags, forecastSettings } from '../demand/parse-options.ts';
import { tailLine } from '../demand/tail-line.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { VERSION } from '../project/version.ts';
import { outputFolder } from '../run-folder/output-folder.ts';
import { writeJson, writeWhole } from '../run-folder/write-file.ts';
import type { Console } from '../terminal/console.ts';
import { plain } from '../terminal/plain.ts';

const LEDGER = 'predictions.ndjson';

export type ForecastCommandFlags = ForecastFlags & {
  readonly record?: boolean | string;
  readonly check?: string;
  readonly events?: string;
};

/** `surgeproof forecast <demand.csv>`: the peak to come as a distribution, with announced events beside it or alone; or, with `--check`, which earlier statements held. */
export async function forecast(file: string | undefined, flags: ForecastCommandFlags, console: Console): Promise<ExitCode> {
  if (file === undefined) return forecastWithoutSeries(flags, console);
  const settings = forecastSettings(flags);
  const claims = flags.check === undefined ? null : await readClaims(flags.check);
  const events = await announced(flags.events);
  const { column, timeColumn, timeZone: zone, unit } = flags;
  const { decimal, daily } = settings;
  const demand = await readDemand(file, { column, timeColumn, zone, unit, decimal, daily });
  console.err(demand.read);
  if (claims !== null) return check(claims, demand, flags, console);
  const calendar = await loadCalendar(flags.calendar ?? [], settings.added, flags.timeZone);
  const made = await makeStatement(file, demand, settings, { calendar, unit: flags.unit });
  const document = withLaunches(made.document, events);
  const folder = await outputFolder(flags.out ?? '.');
  const { renderForecastHtml } = await import('../../reports/forecast/render-forecast-html.ts');
  const report = forecastReport({ ...made, document }, calendar, settings.seed, events?.pictures);
  const page = await renderForecastHtml(report);
  await writeJson(join(folder, 'forecast.json'), document);
  await writeWhole(join(folder, 'forecast.html'), page);
  if (flags.record !== undefined) {
    const ledger = typeof flags.record === 'string' ? flags.record : LEDGER;
    await record(ledger, claimOf(document, settings.daily, VERSION));
    console.err(`The claim is recorded in ${plain(ledger)}.`);
  }
  const lines = [...answer(report), ...tailLine(document), ...launchLines(document)];
  for (const line of fitted(lines, console)) console.out(line);
  console.out(`Written: ${join(folder, 'forecast.json')} and forecast.html beside it`);
  console.document(document);
  return EXIT.ok;
}

/** Which claims of a ledger held, by the demand of a file. */
async function check(
  claims: Awaited<ReturnType<typeof readClaims>>,
  demand: DemandFile,
  flags: ForecastCommandFlags,
  console: Console,
): Promise<ExitCode> {
  const result = checkPredictions(demand.name, demand.series, claims);
  const folder = await outputFolder(flags.out ?? '.');
  const { renderCheckHtml } = await import('../../reports/check/render-check-html.ts');
  await writeJson(join(folder, 'prediction-check.json'), result);
  await writeWhole(join(folder, 'prediction-check.html'), await renderCheckHtml(result, adviceSentence(result)));
  for (const line of checkLines(result)) console.out(plain(line));
  console.out(`Written: ${join(folder, 'prediction-check.json')} and prediction-check.html beside it`);
  console.document(result);
  return EXIT.ok;
}
