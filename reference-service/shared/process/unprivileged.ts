import { spawnSync } from 'node:child_process';

/** Root outside is `nobody` inside: no privilege is left, and files of root are still its own. */
const UNSHARE = ['--user', '--map-user=65534', '--map-group=65534', '--'] as const;

/** How a process is to be started: a program, and what comes before the file it runs. */
export interface Launcher {
  readonly execPath: string;
  readonly execArgv: string[];
}

/**
 * PostgreSQL refuses to run as root. Where Linux lets root enter a user namespace, the process that keeps it is started in one, so
 * that it reaches whatever root does: a clone or a temporary folder that other users may not enter is the rule for root, not the
 * exception. Elsewhere, and for everybody who is not root, nothing changes.
 */
export function unprivileged(plain: Launcher): Launcher {
  if (process.getuid?.() !== 0) return plain;
  const possible = spawnSync('unshare', [...UNSHARE, 'true'], { stdio: 'ignore' }).status === 0;
  return possible ? { execPath: 'unshare', execArgv: [...UNSHARE, plain.execPath, ...plain.execArgv] } : plain;
}
