import type { AuditFile } from '../../../models/results/audit.ts';
import type { EndingFile } from '../../../models/results/ending.ts';
import type { GeneratorHealth } from '../../../models/results/generator-health.ts';
import type { ManifestFile } from '../../../models/results/manifest.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { FILES } from '../../../scripts/run-folder/file-names.ts';
import { STARTED_AT } from '../virtual/hosted-run.ts';

/** The files of a run folder as text, by name. */
export type RunFiles = Map<string, string>;

/** What a run leaves behind besides its log; null: the file is not there. */
export interface BesideTheLog {
  readonly configuration: RunConfiguration;
  readonly seed: number;
  readonly audit: AuditFile | null;
  readonly ending: Partial<EndingFile> | null;
  readonly generator: readonly GeneratorHealth[];
}

/** An audit that looked at everything and found nothing. */
export const SOUND_AUDIT: AuditFile = {
  schema: 'surgeproof/audit',
  version: 1,
  done: true,
  reason: null,
  checks: ['money-conserved', 'no-double-charge', 'reported-equals-ledger'].map((name) => ({
    name,
    examined: 100,
    violations: 0,
    examples: [],
  })),
  unknownResolved: { charged: 0, notCharged: 0 },
};

/** The health of a generator that has little to do: a line for each of the seconds. */
export function fitGenerator(seconds: number): GeneratorHealth[] {
  return Array.from({ length: seconds }, (_, second) => {
    return { second, cpu: 0.2, memoryMiB: 120, openFiles: 60, received: 1_000 * second, sent: 500 * second };
  });
}

/** The folder of a run as surgeproof would have left it: `lines` are those of the log. */
export function runFiles(lines: readonly string[], { configuration, seed, audit, ending, generator }: BesideTheLog): RunFiles {
  const files: RunFiles = new Map([
    [FILES.manifest, JSON.stringify(manifestOf(configuration, seed, audit === null))],
    [FILES.measurements, lines.map((line) => `${line}\n`).join('')],
    [FILES.generator, generator.map((line) => `${JSON.stringify(line)}\n`).join('')],
  ]);
  if (audit !== null) files.set(FILES.audit, JSON.stringify(audit));
  if (ending !== null) files.set(FILES.ending, JSON.stringify({ ...ENDING, ...ending }));
  return files;
}

const ENDING: EndingFile = {
  schema: 'surgeproof/ending',
  version: 1,
  interruption: null,
  detail: null,
  targetIdentity: 'confirmed',
  clock: null,
  endedAt: new Date(STARTED_AT + 60_000).toISOString(),
};

/** @param isStranger whether nobody can audit the target, because surgeproof did not start it */
function manifestOf(configuration: RunConfiguration, seed: number, isStranger: boolean): ManifestFile {
  const { surge, profile, profileName } = configuration;
  return {
    schema: 'surgeproof/manifest',
    version: 2,
    id: 'virtual',
    surge: surge.name,
    file: surge.name,
    profile: profileName,
    seed,
    target: { ...TARGET, simulated: true, nodes: isStranger ? null : (profile.service?.nodes ?? null), identity: 'virtual' },
    command: ['surgeproof', 'rehearse', surge.name],
    createdAt: new Date(STARTED_AT).toISOString(),
    versions: { surgeproof: '0.0.0', node: '0.0.0', k6: '0.0.0' },
    host: { platform: 'linux x64', cores: 2, memoryMiB: 4_096, openFiles: 20_000 },
    revision: null,
    configuration,
    walk: null,
    accounts: null,
  };
}

/** Where virtual runs send their requests. */
export const TARGET: Omit<ManifestFile['target'], 'simulated' | 'nodes' | 'identity'> = {
  name: 'virtual',
  bases: { app: 'http://app.test' },
  waitingRoom: { base: 'http://room.test', dialect: 'surgeproof' },
  headers: {},
  connections: 'shared',
  acceptEncoding: null,
  insecure: false,
  clientCertificate: null,
};
