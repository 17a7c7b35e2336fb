import http from 'k6/http';
import { thinkTime } from '../../models/workload/draw-think-time.ts';
import type { Told } from '../../models/workload/measurement-log.ts';
import type { Person } from '../../models/workload/person.ts';
import { type Random, randomFrom } from '../../models/workload/random.ts';
import { nextRetry } from '../../models/workload/retry.ts';
import type { StepName } from '../../models/workload/step.ts';
import { thinkTimes } from '../../models/workload/think-times.ts';
import { type Ask, attempt, type UserClock } from './attempt.ts';
import { GaveUp } from './gave-up.ts';
import { type Host, stepIndex } from './host.ts';
import { STREAM } from './streams.ts';

/** What a person was told about a payment. */
export interface Receipt {
  readonly told: Told;
  readonly receipt: string;
}

/** A person past the gate. Journeys are written against this. */
export interface User {
  readonly person: Person;
  /** The person's own randomness. */
  readonly random: Random;
  /** Takes the time a person takes before this step. */
  think(before: keyof typeof thinkTimes): Promise<void>;
  /** Asks the service. A failure is tried again as people do; throws `GaveUp` when they stop. */
  request<T>(step: StepName, ask: Ask<T>): Promise<T>;
  /** Queues once more in the person's lane, and goes on with the new pass. */
  waitInLine(): Promise<void>;
  /** A key that no other payment of any run has. */
  newKey(): string;
  /** Notes what the person is told about a payment: `unknown` until the answer is there, and for good if it never comes. */
  journal(key: string, amount: number, answer: Promise<Receipt>): Promise<Receipt>;
}

/** How a user came in. */
export interface Entry {
  readonly row: number;
  readonly pass: string;
  /** Puts the row back into the line at `intended`; resolves with the next pass. */
  queueAgain(intended: number): Promise<string>;
  /** Hears of each step begun. */
  begins(step: number): void;
}

/** Characters of a receipt that are kept: it comes from the target. */
const LONGEST_RECEIPT = 80;

/** Waits on the timer wheel for `pause` milliseconds after the user's clock. */
async function rest(host: Host, row: number, clock: UserClock, pause: number): Promise<void> {
  clock.at += pause;
  if (clock.at <= host.now()) return;
  host.wheel.put(row, clock.at);
  await new Promise<void>((resolve) => host.sleepers.set(row, resolve));
  clock.at = host.rows.due[row]!;
}

/** Notes a payment under way, so that it is known even if the run ends before the answer. */
async function journalled(host: Host, key: string, amount: number, answer: Promise<Receipt>): Promise<Receipt> {
  host.payments.set(key, amount);
  let heard: Receipt = { told: 'unknown', receipt: '' };
  try {
    heard = await answer;
    return heard;
  } finally {
    host.payments.delete(key);
    host.book.journal(key, amount, heard.told, heard.receipt.slice(0, LONGEST_RECEIPT));
  }
}

/** A user with an own clock, seed, identity and cookie jar: nothing of it is shared with another. */
export function createUser(host: Host, { row, pass, queueAgain, begins }: Entry): User {
  const { profile, settings, vu, rows } = host;
  const sequence = rows.sequence[row]!;
  const random = randomFrom(settings.seed, STREAM.journey, vu, sequence);
  const clock: UserClock = { at: host.now() };
  const jar = new http.CookieJar();
  const headers = { 'content-type': 'application/json', 'x-queue-pass': pass };
  let keys = 0;

  async function request<T>(step: StepName, ask: Ask<T>): Promise<T> {
    begins(stepIndex(step));
    const params = { jar, headers, timeout: profile.clientTimeout, tags: { name: step } };
    for (let failures = 1; ; failures++) {
      const attempted = await attempt(host, clock, step, ask, params);
      if ('value' in attempted) return attempted.value;
      const pause = nextRetry(profile.retry, failures, random);
      if (pause === null) throw new GaveUp(attempted.ending.cause);
      await rest(host, row, clock, pause);
    }
  }

  return {
    person: host.people(sequence * profile.hosts + vu - 1),
    random,
    request,
    think: (before) => rest(host, row, clock, thinkTime(thinkTimes[before], random) * profile.thinkScale),
    async waitInLine() {
      headers['x-queue-pass'] = await queueAgain(clock.at);
      clock.at = host.now();
    },
    newKey: () => `${host.startedAt.toString(36)}-${vu}-${sequence}-${keys++}`,
    journal: (key, amount, answer) => journalled(host, key, amount, answer),
  };
}
