import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerState, ownerText, readOwner, thisProcess } from './owner.ts';

const NAME = /^surgeproof-(?:run|data)-([0-9a-f.]+)-[A-Za-z0-9]{6}$/;

/**
 * A new folder for this process alone: `run` for scripts and accounts, `data` for a reference service. Its name says whose it is, so that
 * the next start of surgeproof removes it should this process be killed.
 */
export function temporaryFolder(kind: 'run' | 'data'): Promise<string> {
  return mkdtemp(join(tmpdir(), `surgeproof-${kind}-${ownerText(thisProcess())}-`));
}

/** Whether a folder is ours to remove: a real folder of this user whose process is gone. */
function isLeftOver(folder: string, name: string): boolean {
  const owner = readOwner(NAME.exec(name)?.[1] ?? '');
  if (owner === null || ownerState(owner) !== 'gone') return false;
  // A link to a folder is no folder here.
  const stat = lstatSync(folder);
  return stat.isDirectory() && (process.getuid === undefined || stat.uid === process.getuid());
}

/** Removes temporary folders of a surgeproof that was killed: people are in them. Never throws, and leaves whatever is in doubt. */
export function removeLeftovers(): void {
  let names: string[] = [];
  try {
    names = readdirSync(tmpdir());
  } catch {
    // A folder that cannot be listed has nothing of ours.
  }
  for (const name of names) {
    const folder = join(tmpdir(), name);
    try {
      if (isLeftOver(folder, name)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another start was faster, or it is not ours to remove.
    }
  }
}
