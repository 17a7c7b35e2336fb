import { createPlaceKeys, type PlaceKeys } from './place-keys.ts';

/**
 * Where a person is. `waiting` in line; `called` let in, but not asked since; `inside` holds a pass;
 * the others are kept for a while so that a late question gets the right answer.
 */
export const STATE = { free: 0, waiting: 1, called: 2, inside: 3, completed: 4, left: 5, expired: 6 } as const;

/** One row a person, in columns: 26 bytes each. Columns are replaced when they grow, so read them through this object. */
export interface PlaceColumns {
  lane: Uint8Array;
  state: Uint8Array;
  ticket: Uint32Array;
  /** The pause before the next poll that was last told, ms. */
  pause: Uint32Array;
  /** In line or called: when the place is dropped, ms of the room's clock. Inside: when the pass expires, Unix ms. */
  deadline: Float64Array;
  /** When the gate let the person in, Unix ms. */
  admittedAt: Float64Array;
}

export interface Places {
  readonly columns: PlaceColumns;
  readonly keys: PlaceKeys;
  /** A free row with a new key. */
  take(): number;
  /** Gives a row back. */
  free(place: number): void;
  /** The row in use that a key opens, or -1. */
  find(key: string): number;
}

function columnsOf(rows: number): PlaceColumns {
  return {
    lane: new Uint8Array(rows),
    state: new Uint8Array(rows),
    ticket: new Uint32Array(rows),
    pause: new Uint32Array(rows),
    deadline: new Float64Array(rows),
    admittedAt: new Float64Array(rows),
  };
}

function grow(columns: PlaceColumns): void {
  const larger = columnsOf(columns.lane.length * 2);
  larger.lane.set(columns.lane);
  larger.state.set(columns.state);
  larger.ticket.set(columns.ticket);
  larger.pause.set(columns.pause);
  larger.deadline.set(columns.deadline);
  larger.admittedAt.set(columns.admittedAt);
  Object.assign(columns, larger);
}

/** No people. Rows are doubled when they run out and never given back to the system. */
export function createPlaces(): Places {
  const columns = columnsOf(1024);
  const keys = createPlaceKeys();
  const freed: number[] = [];
  let used = 0;
  return {
    columns,
    keys,
    take: () => {
      const place = freed.pop() ?? used++;
      if (place >= columns.lane.length) grow(columns);
      keys.renew(place);
      columns.pause[place] = 0;
      return place;
    },
    free: (place) => {
      columns.state[place] = STATE.free;
      freed.push(place);
    },
    find: (key) => {
      const place = keys.placeOf(key);
      return place === -1 || columns.state[place] === STATE.free ? -1 : place;
    },
  };
}
