import type { JournalEntry } from '../../models/workload/log/journal.ts';
import type { EngineRun, Target } from '../../models/workload/surge/run-configuration.ts';
import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import type { Book } from '../recording/book.ts';
import type { StepTable } from '../recording/step-table.ts';
import type { WalkBook } from '../recording/walk-book.ts';
import type { AccountOf } from './accounts.ts';
import type { Rows } from './rows.ts';
import type { StopSignal } from './stop-signal.ts';
import type { Wheel } from './wheel.ts';

/** A request that nobody waits for: its step, and when it was sent. */
export interface Detached {
  readonly step: number;
  readonly intended: number;
}

/** Clocks of two machines, milliseconds: assumed. */
export const CLOCK_DIFFERENCE = 1_000;

/** What the users of one VU have in common. */
export interface Host {
  readonly surge: Surge;
  readonly profile: SurgeProfile;
  readonly target: Target;
  readonly run: EngineRun;
  /** Sent with every request: the headers of the target, secrets filled in, and what is accepted. */
  readonly headers: Record<string, string>;
  /** Number of the VU, 1 and up, unique over all k6 processes of a run. */
  readonly vu: number;
  /** Unix time in milliseconds of second 0. */
  readonly startedAt: number;
  /** Milliseconds since second 0; negative before. */
  now(): number;
  readonly rows: Rows;
  readonly wheel: Wheel;
  readonly book: Book;
  readonly steps: StepTable;
  readonly accountOf: AccountOf;
  /** Prints every request where one person walks each journey; null in a run. */
  readonly walk: WalkBook | null;
  readonly stop: StopSignal;
  /** What people asked for, as the journal has it, and nothing was answered to yet. */
  readonly unanswered: Set<Omit<JournalEntry, 'status' | 'receipt'>>;
  /** Requests under way that belong to nobody any more. */
  readonly detached: Set<Detached>;
  /** Set when the run of this VU has ended: what comes in later is not counted. */
  over: boolean;
}

/** Number of a person among all people of the run, 0 and up: VUs take turns. */
export function numberOf({ rows, profile, vu }: Host, row: number): number {
  return rows.sequence[row]! * profile.hosts + vu - 1;
}

/** Headers of every request of a person whom the waiting room gave a pass. */
export function headersWith({ headers }: Host, pass: Readonly<Record<string, string>>): Record<string, string> {
  return Object.assign({}, headers, pass);
}
