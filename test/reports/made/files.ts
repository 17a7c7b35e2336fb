import type { AuditFile } from '../../../models/results/audit.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { ManifestFile } from '../../../models/results/manifest.ts';
import type { ReportSeries } from '../../../models/results/series.ts';
import type { ReportInput } from '../../../reports/run/input/report-input.ts';
import { madeConfiguration } from './configuration.ts';
import type { Made } from './run.ts';
import { ID, runFile } from './run-file.ts';
import { verdictFile } from './verdict.ts';

const AUDIT: AuditFile = {
  ...{ schema: 'surgeproof/audit', version: 1, done: true, reason: null },
  checks: ['money-conserved', 'no-double-charge', 'no-negative-balance', 'receipt-has-entry', 'reported-equals-ledger'].map((name) => ({
    ...{ name, examined: 81_204, violations: 0, examples: [] },
  })),
  unknownResolved: { charged: 3, notCharged: 1 },
};

function manifestOf(made: Made, series: ReportSeries): ManifestFile {
  return {
    ...{ schema: 'surgeproof/manifest', version: 2, id: ID, surge: 'spring-sale', file: './spring-sale.surge.ts', profile: 'lab', seed: 1 },
    target: {
      name: 'shop',
      bases: { app: 'http://127.0.0.1:8081' },
      waitingRoom: made.room ? { base: 'http://127.0.0.1:8080', dialect: 'surgeproof' } : null,
      ...{ headers: {}, connections: 'shared', acceptEncoding: 'gzip', insecure: false, clientCertificate: null },
      ...{ simulated: true, nodes: made.collapses ? 1 : 4, identity: 'surgeproof reference service' },
    },
    command: ['npx', 'surgeproof', 'rehearse', './spring-sale.surge.ts', '--profile', 'lab', '--seed', '1'],
    createdAt: new Date(series.startedAt).toISOString(),
    versions: { surgeproof: '0.1.0', k6: '2.2.0', node: '20.20.2' },
    host: { platform: 'linux x64', cores: 2, memoryMiB: 24_105, openFiles: 20_000 },
    revision: { commit: '0123456789abcdef', dirty: false },
    configuration: madeConfiguration(made),
    walk: { register: ['login', made.stepName], pay: ['login', 'pay'] },
    accounts: '50,000 rows of accounts.csv, never reused',
    ...(made.room ? { polling: { line: 'typescript', because: 'k6' } } : {}),
  };
}

/** The files of the run folder that belongs to these series. */
export function madeFiles(made: Made, series: ReportSeries): Omit<ReportInput, 'series' | 'timeZone'> {
  const run = runFile(made, series);
  const generator: GeneratorHealth[] = Array.from({ length: made.seconds }, (_, second) => ({
    second,
    cpu: 0.5 + 0.7 * Math.sin((second / made.seconds) * Math.PI),
    memoryMiB: 90 + (98 * second) / made.seconds,
    openFiles: 300,
    received: 400_000 * second + 200_000 * made.seconds * Math.sin((second / made.seconds) * Math.PI * 0.5),
    sent: 120_000 * second,
  }));
  return { run, verdict: verdictFile(made, run, series), audit: made.room ? AUDIT : null, manifest: manifestOf(made, series), generator };
}
