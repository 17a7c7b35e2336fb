import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../project/project-folder.ts';
import type { Plan } from '../plan/plan.ts';
import { blockedRanges } from '../target/blocked-ranges.ts';
import type { OpenTarget } from '../target/open-target.ts';

/** A k6 process as it is to be started. */
export interface K6Command {
  readonly parameters: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface K6Files {
  /** JSON of the synthetic people. */
  readonly people: string;
  /** An empty folder in place of the home folder, whose k6 settings must not count. */
  readonly home: string;
  readonly stopUrl: string;
}

/**
 * Percent the heap of k6 may grow before it is collected. At Go's 100 a third of the launch's CPU went into collecting; 400 gives
 * most of it back for memory, which a machine has to spare more often than cores. docs/decisions/memory-for-cpu.md
 */
export const HEAP_GROWTH = 400;

/** The stop address is on this machine. */
const THIS_MACHINE = '127.0.0.1';

/** k6 with nothing inherited: its own switches and ours, a scenario file, and no way to any address but the target's. */
export function k6Command(plan: Plan, target: Pick<OpenTarget, 'app' | 'waitingRoom'>, files: K6Files): K6Command {
  const { scenario, options, configuration, addresses, machine } = plan;
  const parameters = [
    'run',
    '--quiet',
    '--no-color',
    '--log-format=raw',
    '--no-thresholds',
    '--summary-mode=disabled',
    `--blacklist-ip=${blockedRanges([THIS_MACHINE, ...addresses]).join(',')}`,
    join(PROJECT_FOLDER, 'scenarios', 'onnuri', `${scenario}.ts`),
  ];
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: files.home,
    XDG_CONFIG_HOME: files.home,
    TMPDIR: process.env.TMPDIR ?? '/tmp',
    GOGC: String(HEAP_GROWTH),
    // Near half of the memory Go collects as eagerly as it needs to.
    GOMEMLIMIT: `${Math.floor(machine.memoryMiB / 2)}MiB`,
    K6_NO_USAGE_REPORT: 'true',
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
    SURGEPROOF_MANAGED: '1',
    SURGEPROOF_PROFILE: options.profile,
    SURGEPROOF_PROFILE_JSON: JSON.stringify(configuration.profile),
    SURGEPROOF_SEED: String(options.seed),
    SURGEPROOF_APP: target.app,
    SURGEPROOF_WAITING: target.waitingRoom,
    SURGEPROOF_PEOPLE: files.people,
    SURGEPROOF_STOP: files.stopUrl,
  };
  return { parameters, env };
}
