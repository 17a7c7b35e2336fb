import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import type { SurgeProfile } from '../../../models/workload/surge/surge.ts';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import { NATIVE_IMPORT } from '../../surge-file/bundle-for-k6.ts';
import { benchRun } from './bench-run.ts';

/** What a bench runs: the engine, with five steps or with a signed order, the engine that records nothing, or a plain k6 script of `engine/bench/`. */
export type BenchScript = 'engine' | 'signed' | 'unrecorded' | 'bare-poll' | 'vu-a-user' | 'arrival-rate-executor';

const HOSTS: Partial<Record<BenchScript, string>> = {
  engine: 'engine/host-surge.ts',
  signed: 'engine/host-surge.ts',
  unrecorded: 'engine/bench/unrecorded.ts',
};
const FIVE_STEPS = 'engine/bench/five-steps.surge.ts';
/** What is run in place of the five steps. */
export const SURGES = { signed: 'scenarios/cheongyak/signing/signed-orders.ts' } as const;

const inProject = (path: string): string => JSON.stringify(join(PROJECT_FOLDER, path));

/** What is run, against what, by whom people in line are asked for. */
export interface ScriptJob {
  readonly script: BenchScript;
  /** Waiting room and service. */
  readonly url: string;
  readonly profile: SurgeProfile;
  /** Only the engine that records has both. */
  readonly line: LineKind;
  /** File of the accounts; nobody has one unless given. */
  readonly accounts?: string;
}

/** Entry of a script: plain ones are their own. */
function entryOf({ script, url, profile, line, accounts }: ScriptJob): string {
  const host = HOSTS[script];
  const plain = inProject(`engine/bench/${script}.ts`);
  if (host === undefined) return `export * from ${plain};\nexport { default } from ${plain};`;
  return `
import surge from ${inProject(script === 'signed' ? SURGES.signed : FIVE_STEPS)};
import { hostSurge } from ${inProject(host)};
${NATIVE_IMPORT[line]}
const hosted = hostSurge(surge, ${JSON.stringify({ ...benchRun(url, profile, line), accounts: accounts ?? null })}, native);
export const options = hosted.options;
export default hosted.run;`;
}

/** Bundles a script for k6 into a file of its own; returns its path. */
export async function benchScript(job: ScriptJob): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entryOf(job), resolveDir: PROJECT_FOLDER, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    external: ['k6', 'k6/*'],
    logLevel: 'silent',
  });
  const file = join(await mkdtemp(join(tmpdir(), 'surgeproof-bench-')), `${job.script}.js`);
  await writeFile(file, outputFiles[0]!.text);
  return file;
}
