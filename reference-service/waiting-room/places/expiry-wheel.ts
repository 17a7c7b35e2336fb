/** Looks at places again when their time has come. */
export interface ExpiryWheel {
  /** Looks at a place at `due` or later (within a second), but at the latest after one turn of the wheel. A place is on it once. */
  put(place: number, due: number): void;
  /** Visits every place due by `now`; the visitor returns when to look again, or `null` to take the place off. */
  advance(now: number, visit: (place: number) => number | null): void;
}

const SLOTS = 128;
const SLOT_MS = 1_000;

/**
 * A timing wheel (Varghese and Lauck, 1987) with slots of a second and one link of 4 bytes a place. A deadline that moves later costs
 * nothing: the place is visited at the old one and put where it belongs now. Times in milliseconds on one clock that starts at 0.
 */
export function createExpiryWheel(): ExpiryWheel {
  const heads = new Int32Array(SLOTS).fill(-1);
  let links = new Int32Array(1024);
  let turned = 0;

  const put = (place: number, due: number): void => {
    if (place >= links.length) {
      const larger = new Int32Array(Math.max(links.length * 2, place + 1));
      larger.set(links);
      links = larger;
    }
    const slot = Math.min(Math.max(Math.ceil(due / SLOT_MS), turned + 1), turned + SLOTS - 1) % SLOTS;
    links[place] = heads[slot]!;
    heads[slot] = place;
  };

  return {
    put,
    advance: (now, visit) => {
      for (; (turned + 1) * SLOT_MS <= now; ) {
        turned++;
        let place = heads[turned % SLOTS]!;
        heads[turned % SLOTS] = -1;
        while (place !== -1) {
          const following = links[place]!;
          const due = visit(place);
          if (due !== null) put(place, due);
          place = following;
        }
      }
    },
  };
}
