import { STREAM_WORDS } from '../../models/workload/users/random.ts';

/** What a row stands for: a user who joins, waits in line or is active, or a further pause of an active user. */
export const STATE = { free: 0, joining: 1, inLine: 2, active: 3, pause: 4 } as const;

/** Whether a row sleeps, and who wakes it. */
export const ASLEEP = { no: 0, onWheel: 1, native: 2 } as const;

/** An active user, as far as pauses know it. */
export interface Sleeper {
  /** The intended start of what comes next, milliseconds since second 0. */
  at: number;
  busy: number;
  /** The user's own row; a further pause lies on another. */
  readonly row: number;
}

/**
 * The users of one VU as columns, one row each: a person in line costs about 110 bytes and no object.
 * The arrays are replaced when they grow, so always go through the table (`rows.due[row]`), never keep one aside.
 * Times in milliseconds since second 0.
 */
export interface Rows {
  state: Uint8Array;
  /** Index into the lanes of the surge. */
  lane: Uint8Array;
  /** Index into the journeys of the surge. */
  journey: Uint8Array;
  /** Failed requests in a row, while in line. */
  failures: Uint8Array;
  /** Step begun last, while active. */
  step: Uint8Array;
  /** How many users arrived on this VU before. */
  sequence: Uint32Array;
  /** Whole number of the waiting room; where it gives none, minus the instant of its answer to joining. */
  ticket: Float64Array;
  /** When the person wanted to arrive. */
  arrived: Float64Array;
  /** When the person came past the gate; -1 before. */
  inside: Float64Array;
  joined: Float64Array;
  /** When the last question was asked that the waiting room answered with *waiting*. */
  waiting: Float64Array;
  /** Announced wait at joining, milliseconds; -1 when none was told. */
  announced: Float64Array;
  /** When the pass of the waiting room ends, Unix milliseconds; 0 when it did not say. */
  passEnds: Float64Array;
  /** When this person loses patience with the line. */
  giveUpAt: Float64Array;
  /** When the timer wheel wakes the row: the intended start of what follows. */
  due: Float64Array;
  /** 1 while the row is on the wheel, 2 while the poller in Go has it. */
  asleep: Uint8Array;
  /** Next row of the same slot of the wheel, or of the free list; -1 ends it. */
  next: Int32Array;
  /** Words of the user's own random stream, four a row; see `drawStream`. */
  chance: Int32Array;
  /** Key of the place in line. */
  readonly key: string[];
  /** Who sleeps on this row: an active user; null in line. */
  readonly owner: (Sleeper | null)[];
  /** Account of the person, once it was asked for: to read it anew parses JSON. */
  readonly account: unknown[];
  /** What goes on when the row wakes, or comes past the gate once more; null for a user in line for the first time. */
  readonly resume: (((outcome?: unknown) => void) | null)[];
  take(): number;
  release(row: number): void;
}

const FIRST_CAPACITY = 1_024;

function columns(capacity: number) {
  return {
    state: new Uint8Array(capacity),
    lane: new Uint8Array(capacity),
    journey: new Uint8Array(capacity),
    failures: new Uint8Array(capacity),
    step: new Uint8Array(capacity),
    sequence: new Uint32Array(capacity),
    ticket: new Float64Array(capacity),
    arrived: new Float64Array(capacity),
    inside: new Float64Array(capacity),
    joined: new Float64Array(capacity),
    waiting: new Float64Array(capacity),
    announced: new Float64Array(capacity),
    passEnds: new Float64Array(capacity),
    giveUpAt: new Float64Array(capacity),
    due: new Float64Array(capacity),
    asleep: new Uint8Array(capacity),
    next: new Int32Array(capacity),
    chance: new Int32Array(STREAM_WORDS * capacity),
  };
}

/** Copies every column into a longer one. */
function grow(rows: Rows, capacity: number): void {
  const wider = columns(capacity);
  for (const name of Object.keys(wider) as (keyof typeof wider)[]) wider[name].set(rows[name]);
  Object.assign(rows, wider);
}

/** An empty table that grows by half when it is full; rows of users who are gone are used again. */
export function createRows(firstCapacity = FIRST_CAPACITY): Rows {
  let used = 0;
  let freed = -1;
  const rows: Rows = {
    ...columns(firstCapacity),
    key: [],
    owner: [],
    account: [],
    resume: [],
    take() {
      if (freed >= 0) {
        const row = freed;
        freed = rows.next[row]!;
        return row;
      }
      if (used === rows.state.length) grow(rows, Math.ceil(used * 1.5));
      rows.key.push('');
      rows.owner.push(null);
      rows.account.push(undefined);
      rows.resume.push(null);
      return used++;
    },
    release(row) {
      rows.state[row] = STATE.free;
      rows.failures[row] = 0;
      rows.key[row] = '';
      rows.owner[row] = null;
      rows.account[row] = undefined;
      rows.resume[row] = null;
      rows.next[row] = freed;
      freed = row;
    },
  };
  return rows;
}
