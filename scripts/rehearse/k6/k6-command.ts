import type { Secrets } from '../secrets.ts';
import { blockedRanges } from '../target/blocked-ranges.ts';

/** A k6 process as it is to be started. */
export interface K6Command {
  readonly parameters: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What k6 runs, and with what. */
export interface K6Task {
  /** The one script of the run. */
  readonly script: string;
  /** Addresses it may connect to besides the one that stops it. */
  readonly addresses: readonly string[];
  /** An empty folder in place of the home folder, whose k6 settings must not count. */
  readonly home: string;
  /** Given to k6 by name; in no file. */
  readonly secrets: Secrets;
  /** File of all certificate authorities to trust; null for those of the system. */
  readonly authorities: string | null;
  /** Keeps k6 from HTTP/2. */
  readonly http1: boolean;
  /** Memory of the machine. */
  readonly memoryMiB: number;
  /** Size of the accounts. */
  readonly accountsMiB: number;
}

/**
 * Percent the heap of k6 may grow before it is collected. At Go's 100 a third of the launch's CPU went into collecting; 400 gives
 * most of it back for memory, which a machine has to spare more often than cores. docs/decisions/memory-for-cpu.md
 */
export const HEAP_GROWTH = 400;

/** What k6 holds of 40,000 people in line: the heap that may grow so much. */
const LIVE_MIB = 40;

/**
 * Accounts lie there all the time, and are no reason to collect less often: what the heap may grow by stays the same in MiB.
 */
const heapGrowth = (accountsMiB: number): number => Math.round((HEAP_GROWTH * LIVE_MIB) / (LIVE_MIB + accountsMiB));

/** The address that stops k6 is on this machine. */
const THIS_MACHINE = '127.0.0.1';

/** k6 with nothing inherited: its own switches and ours, one script, and no way to any address but the target's. */
export function k6Command({ script, addresses, home, secrets, authorities, http1, memoryMiB, accountsMiB }: K6Task): K6Command {
  const parameters = [
    'run',
    '--quiet',
    '--no-color',
    '--log-format=raw',
    '--no-thresholds',
    '--summary-mode=disabled',
    `--blacklist-ip=${blockedRanges([...new Set([THIS_MACHINE, ...addresses])]).join(',')}`,
    script,
  ];
  const env = {
    ...secrets,
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CONFIG_HOME: home,
    TMPDIR: process.env.TMPDIR ?? '/tmp',
    GOGC: String(heapGrowth(accountsMiB)),
    // Near half of the memory Go collects as eagerly as it needs to.
    GOMEMLIMIT: `${Math.floor(memoryMiB / 2)}MiB`,
    K6_NO_USAGE_REPORT: 'true',
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
    ...(authorities === null ? {} : { SSL_CERT_FILE: authorities }),
    ...(http1 ? { GODEBUG: 'http2client=0' } : {}),
  };
  return { parameters, env };
}
