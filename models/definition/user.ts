import type { JournalFact } from '../workload/log/journal.ts';
import type { ThinkTimeSpec } from '../workload/users/think-time.ts';
import type { Answer, Reply } from './answer.ts';
import type { Duration, Share } from './units/units.ts';

/** A value of a query, a form or a multipart field. */
export type Field = string | number | boolean;

/** A file of a multipart body. */
export interface FilePart {
  readonly data: string | ArrayBuffer | Uint8Array;
  readonly name: string;
  readonly type?: string;
}

/** A status of HTTP, or several. */
export type Statuses = number | readonly number[];

/** One request, and how its answer is understood. At most one of `json`, `form`, `text`, `bytes`, `multipart`. */
export interface Ask<Read = Reply> {
  readonly query?: Readonly<Record<string, Field>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `authorization: Bearer …`. */
  readonly bearer?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, Field>>;
  readonly text?: string;
  readonly bytes?: ArrayBuffer | Uint8Array;
  readonly multipart?: Readonly<Record<string, Field | FilePart>>;
  /**
   * Statuses that are good answers; any 2xx when left out. A test looks at answers with 2xx alone, unless it stands beside the statuses it
   * is for: `{ status: [200, 402], when: … }`.
   */
  readonly expect?: Statuses | ((answer: Answer) => boolean) | { readonly status: Statuses; readonly when: (answer: Answer) => boolean };
  /** What the journey needs of the answer. The body is kept only when this, or a test in `expect`, asks for it. */
  readonly read?: (answer: Answer) => Read;
  /** Idempotency key, sent as `idempotency-key`: people may then try this request again. */
  readonly key?: string;
  /** False: nobody taps twice here, although the request has a key (`doubleTaps` of the profile). */
  readonly tapTwice?: false;
  /** People may try this request again after a failure, although it is no GET: the service recognises repetitions, for instance by a key in the body. */
  readonly safeToRepeat?: boolean;
  /** Name of another base address of the target (`urls` in k6.config.ts). */
  readonly base?: string;
  readonly timeout?: Duration;
  /** Redirects followed, 10 unless given; 0 returns the redirect itself. */
  readonly redirects?: number;
  /** Values that split the step in the report; names and values are declared with the step. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A request of a page, sent beside the others as a browser does. */
export interface PageRequest<Read = Reply> extends Ask<Read> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** What the service answered, as the audit compares it: in a word, such as `approved`, and with its own number for it. */
export interface Receipt {
  readonly status: string;
  /** Empty where it gives none. */
  readonly receipt: string;
}

/** What a person asked for. Besides the key and the amount any facts of the service, for its audit: `{ key, amount, store: 17 }`. */
export interface Journalled {
  /** Idempotency key; left out for a request without one. */
  readonly key?: string;
  readonly amount?: number;
  /** The step whose answer is noted; the one begun last unless given. */
  readonly step?: string;
  readonly [fact: string]: JournalFact | undefined;
}

/** One person of the surge. Journeys are written against this. */
export interface User<Step extends string = string, Account = unknown> {
  /** This person's row of `accounts`. */
  readonly account: Account;
  /** How many people of the run came before, on the same scale as the rows of `accounts`. */
  readonly number: number;
  /** This person's own chance, from 0 to below 1; the seed of the run decides it. */
  random(): number;
  /** Takes the time a person takes: lognormal by median and 95th percentile (three times the median unless given), or as described. */
  think(median: Duration, p95?: Duration): Promise<void>;
  think(time: ThinkTimeSpec): Promise<void>;
  /**
   * Waits for what a clock decides and no person: the end of a rule, the next code. Never scaled (`thinkScale`). Milliseconds when a
   * number is given; 0 or less does not wait.
   */
  wait(time: Duration | number): Promise<void>;
  get<Read = Reply>(step: Step, path: string, ask?: Ask<Read>): Promise<Read>;
  post<Read = Reply>(step: Step, path: string, ask?: Ask<Read>): Promise<Read>;
  put<Read = Reply>(step: Step, path: string, ask?: Ask<Read>): Promise<Read>;
  patch<Read = Reply>(step: Step, path: string, ask?: Ask<Read>): Promise<Read>;
  delete<Read = Reply>(step: Step, path: string, ask?: Ask<Read>): Promise<Read>;
  /** Sends all requests of a page at once; one step, as long as the slowest of them, good when all are. */
  all<const Requests extends readonly PageRequest<unknown>[]>(
    step: Step,
    requests: Requests,
  ): Promise<{
    -readonly [Index in keyof Requests]: Requests[Index] extends { readonly read: (answer: Answer) => infer Read } ? Read : Reply;
  }>;
  /** Queues once more in the lane of the journey, for instance when a pass expired. */
  waitInLine(): Promise<void>;
  /** The place in line: lane, and number as the waiting room gave it (or the order of joining, where it gives none). */
  readonly place: { readonly lane: string; readonly ticket: number };
  /**
   * Whether the pass of the waiting room may have run out: it said until when, and that is over (or less than a second away, as clocks of two
   * machines differ); also when it did not say.
   */
  readonly passMayBeOver: boolean;
  /** A key that no other request of any run has. */
  newKey(): string;
  /** Notes for the audit what was asked and answered: `unknown` until the answer is there, and for good if it never comes. */
  journal<Answered extends Receipt>(asked: Journalled, answer: Promise<Answered>): Promise<Answered>;
  /** Ends the journey: this person stops trying, for the reason given. */
  giveUp(reason: string): never;
  /** Ends the journey after an answer that the surge accepts, such as "sold out" or "declined": this person is not counted as unserved. */
  turnedAway(reason: string): never;
}

/** What one kind of person does, from arriving to the end. */
export interface JourneyDefinition<Step extends string, Account> {
  /** Share of the people, 0 to 1 or in percent; the shares of all journeys add up to 1. */
  readonly share: number | Share;
  readonly title?: string;
  /** Lane of the waiting room, where the target has one; the first lane unless given. */
  readonly lane?: string;
  /** From arriving to the end, waiting and thinking included, and the share of people who get there. */
  readonly budget?: { readonly p50?: Duration; readonly p95?: Duration; readonly p99?: Duration; readonly served?: Share };
  run(user: User<Step, Account>): Promise<void>;
}
