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
  /** Statuses that are good answers, or a test of the answer; any 2xx when left out. */
  readonly expect?: number | readonly number[] | ((answer: Answer) => boolean);
  /** What the journey needs of the answer. The body is kept only when this, or a test in `expect`, asks for it. */
  readonly read?: (answer: Answer) => Read;
  /** Idempotency key, sent as `idempotency-key`: people may then try this request again. */
  readonly key?: string;
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

/** The answer of the service to a payment. */
export interface Receipt {
  readonly status: 'approved' | 'declined' | 'cancelled' | 'unknown';
  readonly receipt: string;
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
  /** A key that no other request of any run has. */
  newKey(): string;
  /** Notes for the audit the answer to a payment: `unknown` until the answer is there, and for good if it never comes. */
  journal(payment: { readonly key: string; readonly amount: number }, answer: Promise<Receipt>): Promise<Receipt>;
  /** Ends the journey: this person stops trying, for the reason given. */
  giveUp(reason: string): never;
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
