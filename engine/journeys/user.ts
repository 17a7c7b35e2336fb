import http, { type CookieJar } from 'k6/http';
import type { Person } from '../../models/people/person.ts';
import type { Told } from '../../models/workload/log/measurement-log.ts';
import type { StepName } from '../../models/workload/surge/step.ts';
import { thinkTime } from '../../models/workload/users/draw-think-time.ts';
import { type Random, randomFrom } from '../../models/workload/users/random.ts';
import { nextRetry } from '../../models/workload/users/retry.ts';
import { thinkTimes } from '../../scenarios/onnuri/think-times.ts';
import { type Host, stepIndex } from '../users/host.ts';
import { STREAM } from '../users/streams.ts';
import { type Ask, attempt, type UserClock } from './attempt.ts';
import { GaveUp } from './gave-up.ts';

/** What a person was told about a payment. */
export interface Receipt {
  readonly told: Told;
  readonly receipt: string;
}

/** A person past the gate. Journeys are written against this. */
export interface User {
  /** Looked up each time: a person takes memory, and is needed for a moment. */
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

/** An active user as the engine sees it. Eight fields: one more would double the hash table that the engine keeps of them. */
export interface Active extends User, UserClock {
  readonly host: Host;
  readonly row: number;
  readonly jar: CookieJar;
  pass: string;
  /** The step begun last, and the keys given out. */
  step: number;
  keys: number;
}

/** Characters of a receipt that are kept: it comes from the target. */
const LONGEST_RECEIPT = 80;

/** Sleeps on the timer wheel until `pause` milliseconds after the user's clock, which is then the time of waking. */
function rest(user: Active, pause: number): Promise<void> {
  const { host, row } = user;
  user.at += pause;
  if (user.at <= host.now()) return Promise.resolve();
  host.wheel.put(row, user.at);
  user.at = host.rows.due[row]!;
  return new Promise((resolve) => {
    host.sleepers.set(row, resolve);
  });
}

/** Shared by all users: a set of functions each would cost 5 KiB a user. */
const METHODS = {
  get person(): Person {
    const { host, row } = this as unknown as Active;
    return host.people(host.rows.sequence[row]! * host.profile.hosts + host.vu - 1);
  },

  think(this: Active, before: keyof typeof thinkTimes): Promise<void> {
    return rest(this, thinkTime(thinkTimes[before], this.random) * this.host.profile.thinkScale);
  },

  async request<T>(this: Active, step: StepName, ask: Ask<T>): Promise<T> {
    const { clientTimeout, retry } = this.host.profile;
    this.step = stepIndex(step);
    for (let failures = 1; ; failures++) {
      const headers = { 'content-type': 'application/json', 'x-queue-pass': this.pass };
      const attempted = await attempt(this.host, this, step, ask, { jar: this.jar, headers, timeout: clientTimeout, tags: { name: step } });
      if ('value' in attempted) return attempted.value;
      const pause = nextRetry(retry, failures, this.random);
      if (pause === null) throw new GaveUp(attempted.ending.cause);
      await rest(this, pause);
    }
  },

  async waitInLine(this: Active): Promise<void> {
    this.pass = await this.host.queueAgain(this.row, this.at);
    this.at = this.host.now();
  },

  newKey(this: Active): string {
    const { startedAt, vu, rows } = this.host;
    return `${startedAt.toString(36)}-${vu}-${rows.sequence[this.row]}-${this.keys++}`;
  },

  async journal(this: Active, key: string, amount: number, answer: Promise<Receipt>): Promise<Receipt> {
    const { payments, book } = this.host;
    payments.set(key, amount);
    let heard: Receipt = { told: 'unknown', receipt: '' };
    try {
      heard = await answer;
      return heard;
    } finally {
      payments.delete(key);
      book.journal(key, amount, heard.told, heard.receipt.slice(0, LONGEST_RECEIPT));
    }
  },
};

/** The user of a row who has just got a pass, with a clock, seed and cookie jar of its own: nothing of it is shared with another. */
export function createUser(host: Host, row: number, pass: string): Active {
  const random = randomFrom(host.settings.seed, STREAM.journey, host.vu, host.rows.sequence[row]!);
  const own = { host, row, pass, random, jar: new http.CookieJar(), at: host.now(), step: 0, keys: 0 };
  return Object.assign(Object.create(METHODS) as Active, own);
}
