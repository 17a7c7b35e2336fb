/** Where a person stands, whatever the words of the waiting room are. */
export type Place = { readonly state: 'waiting'; readonly pollMs: number } | { readonly state: 'admitted' };

/** What a request that is scripted is about. */
export interface Asked {
  /** Number of the place in its lane, by order of joining, 0 and up: whoever joins again has a new one. */
  readonly turn: number;
  /** How often this place has polled before; requests to the app: how often it was there before. */
  readonly nth: number;
  /** When this place was joined, and when the request came, milliseconds since second 0. */
  readonly joinedAt: number;
  readonly at: number;
  /** The value of the cookie `seat`; null without one. */
  readonly seat: string | null;
}

/** What the room says: a place in its own words, or something else in place of it; a good place unless told. */
export interface Told {
  readonly place?: Place;
  /** Fields that the words of the place have besides, or instead. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly status?: number;
  /** In place of the words of the place. */
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Milliseconds until it answers. */
  readonly after?: number;
  /** It does not answer before this instant, milliseconds since second 0. */
  readonly until?: number;
  readonly encoding?: 'gzip' | 'deflate' | 'br';
  /** In parts, without a length. */
  readonly chunked?: boolean;
  /** What happens to the connection in place of an answer: reset, closed, cut or left alone in the middle of the body, left alone. */
  readonly wire?: 'reset' | 'closed' | 'half' | 'stuck' | 'silent';
  /** What is written to the connection in place of an answer; then it is closed. HTTP/1.1 only. */
  readonly raw?: string;
  /** An answer that says nothing goes before: 102. HTTP/1.1 only. */
  readonly announced?: true;
}

/** How a lane of the room behaves. */
export interface LaneScript {
  readonly join?: (asked: Asked) => Told;
  readonly poll: (asked: Asked) => Told;
  /** The service behind the line; 200 with an `id` unless given. */
  readonly app?: (asked: Asked) => Told;
}

export type RoomScript = Readonly<Record<string, LaneScript>>;

/*
 * Arrivals lie 10 ms beside the grid of 20 ms on which people ask again. With these intervals an answer may come up to 19 ms late before
 * somebody asks one slot later, so that two runs have the same polls.
 */
export const FIRST_POLL = 711;
const NEXT_POLL = 701;

/** Asks to come at an instant of the grid, so that everybody comes as often in every run. */
export const waitingUntil = (instant: number, { at }: Pick<Asked, 'at'>): Told => waiting(instant - at - 19);

export const waiting = (pollMs = NEXT_POLL): Told => ({ place: { state: 'waiting', pollMs } });
export const admitted = (): Told => ({ place: { state: 'admitted' } });
export const status = (code: number, body = ''): Told => ({ status: code, body });

/** Says these in turn, one a poll, and lets in after that. */
export const inTurn =
  (...told: readonly Told[]) =>
  ({ nth }: Pick<Asked, 'nth'>): Told =>
    told[nth] ?? admitted();

/** Soon after: the slot after the next. */
export const SOON = 21;

/** People who share the answers of a lane between them, at least. */
const SHARED_BY = 3;

/** The places of a lane hear all of these between them, and a good answer after each. */
export const allOf = (...told: readonly Told[]): LaneScript => ({
  poll: ({ turn, nth }) => {
    const odd = told[(nth >> 1) * SHARED_BY + (turn % SHARED_BY)];
    return odd === undefined ? admitted() : nth % 2 === 0 ? waiting(SOON) : odd;
  },
});
