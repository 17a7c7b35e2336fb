import type { Response } from 'k6/http';
import { STEPS, type StepName } from '../../models/workload/surge/step.ts';
import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import type { Book } from '../recording/book.ts';
import { type Ending, endingOfError } from '../recording/ending.ts';
import type { Settings } from '../settings/env.ts';
import type { People } from './people.ts';
import { type Rows, STATE } from './rows.ts';
import type { Wheel } from './wheel.ts';

/** What the users of one VU have in common. */
export interface Host {
  readonly surge: Surge;
  readonly profile: SurgeProfile;
  readonly settings: Settings;
  /** Number of the VU, 1 and up, unique over all k6 processes of a run. */
  readonly vu: number;
  /** Unix time in milliseconds of second 0. */
  readonly startedAt: number;
  /** Milliseconds since second 0; negative before. */
  now(): number;
  readonly rows: Rows;
  readonly wheel: Wheel;
  readonly book: Book;
  readonly people: People;
  /** Rows of active users that sleep on the wheel, and what goes on when they wake. */
  readonly sleepers: Map<number, () => void>;
  /** Puts an active user back into the line at `intended`; resolves with the next pass. */
  queueAgain(row: number, intended: number): Promise<string>;
  /** Payments under way by idempotency key, with their amount in won. */
  readonly payments: Map<string, number>;
  /** Requests under way that belong to nobody any more. */
  detached: number;
  /** Set when the run of this VU has ended: what comes in later is not counted. */
  over: boolean;
  /** Ends the run of this VU because k6 was told to stop. */
  stop(): void;
}

export const stepIndex = (name: StepName): number => STEPS.findIndex((step) => step.name === name);

/** The clock tells whole milliseconds, rounded down, so an instant can seem to lie before the one it follows. */
const late = (intended: number, sent: number): number => Math.max(0, sent - intended);

/** Books a request that got an answer; returns when the answer had come. k6's `blocked` contains connecting and TLS. */
export function bookAnswer(host: Host, step: number, intended: number, sent: number, response: Response, ending: Ending | null): number {
  const { duration, blocked } = response.timings;
  host.book.request(step, intended, duration, late(intended, sent) + blocked + duration, ending);
  return sent + blocked + duration;
}

/** Books a request that got none: the client's patience when it timed out, else the time until it failed. */
export function bookError(host: Host, step: number, intended: number, sent: number, error: unknown): { ending: Ending; ended: number } {
  const ending = endingOfError(error);
  const service = ending.outcome === 'timeout' ? host.profile.clientTimeout : host.now() - sent;
  host.book.request(step, intended, service, late(intended, sent) + service, ending);
  return { ending, ended: sent + service };
}

/** Takes a user out of the run. */
export function endUser(host: Host, row: number, how: 'finished' | 'gaveUp' | 'failed'): void {
  const { users } = host.book;
  users[host.rows.state[row] === STATE.active ? 'active' : 'inLine']--;
  users[how]++;
  host.sleepers.delete(row);
  host.rows.release(row);
}

/** Ends the one user whose code threw; nobody else notices. */
export function breakUser(host: Host, row: number, step: number, error: unknown): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.book.error(step, { cause: `exception in the user: ${message}`.slice(0, 120), owner: 'client environment' });
  endUser(host, row, 'failed');
}
