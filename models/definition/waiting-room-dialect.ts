/** A request to the waiting room. */
export interface RoomRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query below the address of the waiting room. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the waiting room said of somebody's place. Milliseconds. */
export type RoomPlace =
  | {
      readonly state: 'waiting';
      readonly key: string;
      readonly ticket: number | null;
      readonly pollMs: number;
      readonly waitMs: number | null;
    }
  /** `admittedAt`, `expiresAt` of the pass: Unix milliseconds, null when the waiting room does not say. */
  | {
      readonly state: 'admitted';
      readonly key: string;
      readonly ticket: number | null;
      readonly pass: string;
      readonly admittedAt: number | null;
      readonly expiresAt?: number | null;
    };

/**
 * How the answer looks that says "still waiting, ask again in …", as data: k6 then reads it in Go, many times faster than by a function.
 * Every other answer is left to `read`, and so is this one for whoever joins.
 *
 * `json`: names of fields, with dots for nested ones. `state` holds the text `is`, `interval` the time until the next poll; `key`, where the
 * answer has it, is that of the person. `pattern`: a regular expression for the whole body with the named group `interval`, and `key` if
 * you like, without look-around and back references.
 */
export type WaitingAnswer =
  | {
      readonly json: {
        readonly state: string;
        readonly is: string;
        readonly interval: string;
        readonly unit: 'ms' | 's';
        readonly key?: string;
      };
    }
  | { readonly pattern: string; readonly unit: 'ms' | 's' };

/** How to speak to a waiting room: three functions. Called for every poll of everybody in line, so keep them small. */
export interface WaitingRoomDialect {
  /** `leave`: lost patience; `complete`: the journey is over. `key` is empty for joining. null: the waiting room wants no such request. */
  ask(what: 'join' | 'poll' | 'leave' | 'complete', lane: string, key: string): RoomRequest | null;
  /** `lost`: the place is unknown there, the person starts at the end again. null: not an answer of this waiting room. */
  read(status: number, body: string, key: string): RoomPlace | 'lost' | null;
  /** Headers that show the pass to the service. */
  enter(pass: string): Readonly<Record<string, string>>;
  /** Only where `ask` makes the same request for every poll of a person: a GET without a body. */
  readonly waiting?: WaitingAnswer;
}
