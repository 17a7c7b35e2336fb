import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect } from 'vitest';
import type { RunFile } from '../../models/results/run.ts';
import type { VerdictFile } from '../../models/results/verdict.ts';
import { obtainTool } from '../../scripts/toolchain/obtain-tool.ts';
import { ownSurroundings } from '../../scripts/toolchain/surroundings.ts';
import { K6 } from '../../scripts/toolchain/tool.ts';
import { type Started, startCli } from './run-cli.ts';

/** The longest a rehearsal of a few seconds takes on a busy machine, ms. */
export const PATIENCE = { timeout: 180_000 };

/** On a fresh machine k6 is built first, which no test should have to wait for. */
export function k6AtHand(): void {
  beforeAll(() => obtainTool(K6, ownSurroundings(), () => {}), 900_000);
}

const BUILT_IN = fileURLToPath(new URL('../../scenarios/onnuri/smoke.surge.ts', import.meta.url));

/** Fields of a profile, as a surge file has them: a few seconds of even traffic, 20 people a second. */
export const SHORT = "arrivals: [constant('20/s', { for: '5 s' })], drain: '10 s'";

/** The same for longer than any test takes. */
export const LONG = "arrivals: [constant('20/s', { for: '60 s' })], drain: '30 s'";

/** The built-in smoke surge with some fields of its profile replaced, as a file; named `smoke` too. */
function smokeWith(file: string, profile: string): string {
  const text = `import { constant } from 'surgeproof';
import smoke from '${BUILT_IN}';

export default { ...smoke, profiles: { smoke: { ...smoke.profiles.smoke, ${profile} } } };
`;
  writeFileSync(file, text);
  return file;
}

export interface Rehearsing extends Started {
  readonly folder: string;
}

/** A rehearsal of the smoke surge with a profile of its own, in a folder of its own. */
export function startRehearsal(folder: string, profile: string, env: NodeJS.ProcessEnv = {}, ...more: string[]): Rehearsing {
  const args = ['rehearse', smokeWith(`${folder}.surge.ts`, profile), '--out', folder, ...more];
  return { folder, ...startCli(args, { cwd: join(folder, '..'), env }) };
}

/** Waits until so many seconds of the run have been measured. */
export async function measured({ folder, finished }: Rehearsing, seconds: number): Promise<void> {
  const log = join(folder, 'measurements.ndjson');
  const failed = finished.then(({ stderr }) => Promise.reject(new Error(`ended before ${seconds} s were measured:\n${stderr}`)));
  const lines = () =>
    existsSync(log)
      ? readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line.includes('"second"')).length
      : 0;
  await Promise.race([expect.poll(lines, { timeout: 120_000, interval: 100 }).toBeGreaterThan(seconds), failed]);
}

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process on the machine with its command line. */
export function processes(): Process[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3]! }] : []));
}

/** All processes that descend from one. */
export function descendants(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** The one process of a rehearsal whose command line contains a text. */
export function partOf({ child }: Rehearsing, text: string): Process {
  const found = descendants(child.pid!).filter(({ command }) => command.includes(text));
  expect(found.map(({ command }) => command)).toHaveLength(1);
  return found[0]!;
}

export const readJson = <File>(folder: string, name: string): File => JSON.parse(readFileSync(join(folder, name), 'utf8')) as File;
export const verdictOf = (folder: string): VerdictFile => readJson(folder, 'verdict.json');
export const runOf = (folder: string): RunFile => readJson(folder, 'run.json');
