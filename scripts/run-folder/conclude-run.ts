import { join } from 'node:path';
import { reportSeries } from '../../models/measurement/series/report-series.ts';
import { summariseRun } from '../../models/measurement/summary/summarise.ts';
import type { AuditFile } from '../../models/results/audit.ts';
import type { Interruption, RunFile } from '../../models/results/run.ts';
import type { VerdictFile } from '../../models/results/verdict.ts';
import { judge } from '../../models/verdict/judge.ts';
import type { ReportInput } from '../../reports/run/input/report-input.ts';
import { FILES } from './file-names.ts';
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
  const { configuration, seed, target } = manifest;
  const audit = recorded.audit ?? notAudited(recorded);
  const run = summariseRun(folded, {
    id: manifest.id,
    configuration,
    seed,
    target: target.name,
    simulated: target.simulated,
    startedAt: manifest.createdAt,
    interruption: interruptionOf(recorded),
    generator,
    forecast: manifest.forecast ?? null,
  });
  const targetIdentity = recorded.ending?.targetIdentity ?? (target.identity === null ? 'not-asked' : 'unknown');
  const { walk, host } = manifest;
  const verdict = judge({ folded, run, audit, generator, configuration, walk, seed, host, targetIdentity });
  await writeJson(join(folder, FILES.run), run);
  await writeJson(join(folder, FILES.verdict), verdict);
  const series = reportSeries(folded, configuration, Date.parse(manifest.createdAt));
  const timeZone = timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  await writeReport(folder, { run, verdict, audit, manifest, series, generator, timeZone });
  return { folder, run, verdict, recorded };
}

/** Without an ending, surgeproof was killed, and the log tells whether k6 had ended by itself before. */
function interruptionOf({ ending, folded }: RecordedRun): Interruption | null {
  if (ending !== null) return ending.interruption;
  if (folded.ended === 'stopped') return 'signal';
  return folded.ended === 'cut' ? 'generator-died' : null;
}

/**
 * A service that surgeproof started and left in a hurry, before it could be asked what it is, is a failed audit. After an orderly end there
 * is a file, unless the service has nothing to audit.
 */
function notAudited({ manifest, ending }: RecordedRun): AuditFile | null {
  const inHurry = ending === null || ending.targetIdentity === 'unknown';
  if (manifest.target.nodes === null || !inHurry) return null;
  return {
    schema: 'surgeproof/audit',
    version: 1,
    done: false,
    reason: 'The run ended before the service could be audited.',
    checks: [],
    unknownResolved: { charged: 0, notCharged: 0 },
  };
}

async function writeReport(folder: string, input: ReportInput): Promise<void> {
  // Loaded late: charts and fonts are not needed to say that an option is wrong.
  const [{ renderCharts }, { renderHtml }, { renderMarkdown }] = await Promise.all([
    import('../../reports/run/render-charts.ts'),
    import('../../reports/run/render-html.ts'),
    import('../../reports/run/render-markdown.ts'),
  ]);
  for (const { name, png } of await renderCharts(input)) await writeWhole(join(folder, FILES.charts, `${name}.png`), png);
  await writeWhole(join(folder, FILES.html), await renderHtml(input));
  await writeWhole(join(folder, FILES.markdown), renderMarkdown(input));
}
