import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../scripts/project/project-folder.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

/** Without what `npm test` sets for its children, which would make them work in this project. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|VITEST)/i.test(name)));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a folder, as a person would. */
export function run(folder: string, command: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Bytes of all files in a folder. */
export function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.map((file) => lstatSync(join(folder, file))).reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}

export interface InstalledPackage {
  readonly tarball: string;
  /** A folder that was empty before the package was installed in it. */
  readonly folder: string;
  /** What npm said while it installed. */
  readonly install: Ended;
}

/** Packs the project and installs the tarball in an empty folder, from npm's cache where it can. */
export function installPackage(): InstalledPackage {
  const [packed, folder] = ['packed', 'team'].map((name) => join(temporaryFolder(), name)) as [string, string];
  for (const made of [packed, folder]) mkdirSync(made);
  const pack = run(PROJECT_FOLDER, 'npm', 'pack', '--pack-destination', packed);
  if (pack.status !== 0) throw new Error(pack.stderr);
  const tarball = join(packed, readdirSync(packed).find((file) => file.endsWith('.tgz'))!);
  return { tarball, folder, install: run(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball) };
}
