import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Polling } from '../../models/results/polling.ts';
import { FILES } from '../run-folder/file-names.ts';
import type { Console } from '../terminal/console.ts';
import type { FoundTool } from '../toolchain/tool.ts';
import type { Interrupts } from './interrupts.ts';
import type { Plan } from './plan/plan.ts';

/** A rehearsal about to run: checked, with k6 at hand and a folder of its own. */
export interface Rehearsal {
  readonly plan: Plan;
  readonly k6: FoundTool;
  /** Path of the proxy that loses messages; null for a run that loses none. */
  readonly toxiproxy: string | null;
  /** How people in the queue are polled; null without a waiting room. */
  readonly polling: Polling | null;
  readonly id: string;
  readonly folder: string;
  readonly interrupts: Interrupts;
  readonly console: Console;
}

/** Whether anything was measured that a report can be made of. */
export const hasManifest = (folder: string): boolean => existsSync(join(folder, FILES.manifest));
