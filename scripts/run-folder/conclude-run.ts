import { join } from 'node:path';
import { reportSeries } from '../../models/measurement/series/report-series.ts';
import { summariseRun } from '../../models/measurement/summary/summarise.ts';
import type { AuditFile } from '../../models/results/audit.ts';
import type { Interruption, RunFile } from '../../models/results/run.ts';
import type { VerdictFile } from '../../models/results/verdict.ts';
import { judge } from '../../models/verdict/judge.ts';
import type { ReportInput } from '../../reports/run/report-input.ts';
import { FILES } from './file-names.ts';
import { type RecordedRun, readRun } from './read-run.ts';
import { writeJson, writeWhole } from './write-file.ts';

/** What came out of a run. */
export interface Conclusion {
  readonly folder: string;
  readonly run: RunFile;
  readonly verdict: VerdictFile;
}

/** Judges a run and writes `run.json`, `verdict.json` and the report, from the folder alone. Rehearse and report both end here. */
export async function concludeRun(folder: string): Promise<Conclusion> {
  const recorded = await readRun(folder);
  const { manifest, configuration, folded, generator } = recorded;
  const interruption = interruptionOf(recorded);
  const audit = recorded.audit ?? notAudited(recorded);
  const run = summariseRun(folded, {
    id: manifest.id,
    scenario: manifest.scenario,
    profile: manifest.profile,
    seed: manifest.seed,
    target: manifest.target.name,
    simulated: manifest.target.simulated,
    startedAt: manifest.createdAt,
    interruption,
    generator,
    queue: configuration.queue,
    forecast: manifest.forecast ?? null,
  });
  const verdict = judge({
    folded,
    run,
    audit,
    generator,
    budgets: configuration.budgets,
    queue: manifest.target.waitingRoom === null ? null : configuration.queue,
    surge: configuration.surge,
    profile: configuration.profile,
    seed: manifest.seed,
    host: manifest.host,
    targetIdentity: recorded.ending?.targetIdentity ?? 'unknown',
  });
  await writeJson(join(folder, FILES.run), run);
  await writeJson(join(folder, FILES.verdict), verdict);
  const series = reportSeries(folded, configuration.budgets, configuration.queue, Date.parse(manifest.createdAt));
  await writeReport(folder, { run, verdict, audit, manifest, series, generator });
  return { folder, run, verdict };
}

/** Without an ending, surgeproof was killed, and the log tells whether k6 had ended by itself before. */
function interruptionOf({ ending, folded }: RecordedRun): Interruption | null {
  if (ending !== null) return ending.interruption;
  if (folded.ended === 'stopped') return 'signal';
  return folded.ended === 'cut' ? 'generator-died' : null;
}

/** A ledger that nobody looked at is a failed audit; that of a service we did not start (its nodes are unknown) is none. */
function notAudited({ manifest }: RecordedRun): AuditFile | null {
  if (manifest.target.nodes === null) return null;
  return {
    schema: 'surgeproof/audit',
    version: 1,
    done: false,
    reason: 'The run ended before the ledger could be read.',
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
