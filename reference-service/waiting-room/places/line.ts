import { createTicketCounter } from './ticket-counter.ts';

/** The people waiting in one lane, first come, first served. A person is the number of their place. */
export interface Line {
  /** People in line now. */
  waiting(): number;
  /** Puts a person at the end and returns their ticket: 1, 2, 3 … in order of joining. */
  join(place: number): number;
  /** A ticket for somebody admitted at the door; allowed while nobody waits, else it would be out of order. */
  passBy(): number;
  /** Takes the first person out; -1 when nobody waits. */
  takeFirst(): number;
  /** Takes a person out who leaves or was dropped. */
  remove(ticket: number): void;
  /** People who are really ahead, plus one. Exact, O(log n). */
  positionOf(ticket: number): number;
}

const GONE = -1;

/** An empty line. 4 bytes a ticket in a ring of places (grown by doubling), and 4 in the counter of positions. */
export function createLine(): Line {
  let head = 1;
  let next = 1;
  let waiting = 0;
  let ring = new Int32Array(1024).fill(GONE);
  const counter = createTicketCounter(
    () => head,
    (ticket) => ring[ticket & (ring.length - 1)] !== GONE,
  );

  const grow = (): void => {
    const larger = new Int32Array(ring.length * 2).fill(GONE);
    for (let ticket = head; ticket < next; ticket++) larger[ticket & (larger.length - 1)] = ring[ticket & (ring.length - 1)]!;
    ring = larger;
  };
  const takeOut = (ticket: number): void => {
    counter.remove(ticket);
    ring[ticket & (ring.length - 1)] = GONE;
    waiting--;
    while (head < next && ring[head & (ring.length - 1)] === GONE) head++;
  };

  return {
    waiting: () => waiting,
    join: (place) => {
      if (next - head === ring.length) grow();
      const ticket = next;
      counter.add(ticket);
      ring[ticket & (ring.length - 1)] = place;
      next++;
      waiting++;
      return ticket;
    },
    passBy: () => {
      next++;
      head = next;
      return next - 1;
    },
    takeFirst: () => {
      if (waiting === 0) return GONE;
      const place = ring[head & (ring.length - 1)]!;
      takeOut(head);
      return place;
    },
    remove: takeOut,
    positionOf: (ticket) => counter.upTo(ticket),
  };
}
