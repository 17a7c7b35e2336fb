import type { GeneratorHealth } from '../../models/results/generator-health.ts';
import type { ReportSeries } from '../../models/results/series.ts';
import type { ReportInput } from '../../reports/run/report-input.ts';
import type { Made } from './made-run.ts';
import { ID, runFile } from './made-run-file.ts';
import { verdictFile } from './made-verdict.ts';

/** The files of the run folder that belongs to these series. */
export function madeFiles(made: Made, series: ReportSeries): Omit<ReportInput, 'series'> {
  const run = runFile(made, series);
  const generator: GeneratorHealth[] = Array.from({ length: made.seconds }, (_, second) => ({
    second,
    cpu: 0.5 + 0.7 * Math.sin((second / made.seconds) * Math.PI),
    memoryMiB: 90 + (98 * second) / made.seconds,
    openFiles: 300,
  }));
  return {
    run,
    verdict: verdictFile(made, run, series),
    audit: {
      schema: 'surgeproof/audit',
      version: 1,
      done: true,
      reason: null,
      checks: ['money-conserved', 'no-double-charge', 'no-negative-balance', 'receipt-has-entry', 'told-equals-ledger'].map((name) => ({
        name,
        examined: 81_204,
        violations: 0,
        examples: [],
      })),
      unknownResolved: { charged: 3, notCharged: 1 },
    },
    manifest: {
      schema: 'surgeproof/manifest',
      version: 1,
      ...{ id: ID, scenario: 'onnuri-launch', profile: 'lab', seed: 1 },
      target: {
        name: 'embedded',
        app: 'http://127.0.0.1:8081',
        waitingRoom: 'http://127.0.0.1:8080',
        simulated: true,
        nodes: made.collapses ? 1 : 4,
        identity: 'surgeproof reference service',
      },
      command: ['surgeproof', 'rehearse', 'onnuri-launch', '--profile', 'lab'],
      createdAt: new Date(series.startedAt).toISOString(),
      versions: { surgeproof: '0.1.0', k6: '2.2.0', node: '20.20.2' },
      host: { platform: 'linux x64', cores: 2, memoryMiB: 24_105, openFiles: 20_000 },
      revision: { commit: '0123456789abcdef', dirty: false },
      configuration: {
        budgets: { pay: { p95: 1000, kind: 'assumed', source: 'table of budgets' } },
        surge: { facts: { waiting: { value: 40_000, unit: 'people', source: 'press reports', kind: 'stated' } } },
      },
    },
    generator,
  };
}
