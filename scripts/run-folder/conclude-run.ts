import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSeries } from '../../models/measurement/series/report-series.ts';
import type { RunFile } from '../../models/results/run.ts';
import type { VerdictFile } from '../../models/results/verdict.ts';
import type { ReportInput } from '../../reports/run/input/report-input.ts';
import { FILES } from './file-names.ts';
import { judgeRecorded } from './judge-recorded.ts';
import { type RecordedRun, readRun } from './read-run.ts';
import { writeJson, writeWhole } from './write-file.ts';

/** What came out of a run. */
export interface Conclusion {
  readonly folder: string;
  readonly run: RunFile;
  readonly verdict: VerdictFile;
  readonly recorded: RecordedRun;
}

/**
 * Judges a run and writes `run.json`, `verdict.json` and the report, from the folder alone. Rehearse and report both end here.
 *
 * @param timezone of times of day in the report, by IANA; null: that of this machine
 */
export async function concludeRun(folder: string, timezone: string | null): Promise<Conclusion> {
  const recorded = await readRun(folder);
  const { manifest, folded, generator } = recorded;
  const { run, verdict, audit } = judgeRecorded(recorded);
  await writeJson(join(folder, FILES.run), run);
  await writeJson(join(folder, FILES.verdict), verdict);
  const series = reportSeries(folded, manifest.configuration, Date.parse(manifest.createdAt));
  const timeZone = timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  await writeReport(folder, { run, verdict, audit, manifest, series, generator, timeZone });
  return { folder, run, verdict, recorded };
}

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );

async function writeReport(folder: string, input: ReportInput): Promise<void> {
  // Loaded late: charts and fonts are not needed to say that an option is wrong.
  const [{ renderCharts }, { renderHtml }, { renderMarkdown }] = await Promise.all([
    import('../../reports/run/render-charts.ts'),
    import('../../reports/run/render-html.ts'),
    import('../../reports/run/render-markdown.ts'),
  ]);
  // A link in a folder of somebody else could lead anywhere.
  if (await isLink(join(folder, FILES.charts))) await rm(join(folder, FILES.charts));
  for (const { name, png } of await renderCharts(input)) await writeWhole(join(folder, FILES.charts, `${name}.png`), png);
  await writeWhole(join(folder, FILES.html), await renderHtml(input));
  await writeWhole(join(folder, FILES.markdown), renderMarkdown(input));
}
