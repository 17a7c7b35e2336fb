/** Counts which of a sliding window of tickets are still in line. */
export interface TicketCounter {
  /** Marks a ticket as in line. Tickets come in ascending order without gaps. */
  add(ticket: number): void;
  /** Marks a ticket as no longer in line. */
  remove(ticket: number): void;
  /** How many tickets of the line are at or before this one: its position, from 1. O(log n), exact. */
  upTo(ticket: number): number;
}

/**
 * A Fenwick tree (P. Fenwick, 1994) over a ring of tickets, 4 bytes a ticket. It grows by doubling and never shrinks.
 * The window starts at `first()`, the first ticket in line; everything before it counts zero, so the ring may be reused.
 * `isInLine` is asked once a ticket when the ring grows.
 */
export function createTicketCounter(first: () => number, isInLine: (ticket: number) => boolean): TicketCounter {
  let size = 1024;
  let tree = new Int32Array(size + 1);

  const change = (ticket: number, by: number): void => {
    for (let i = (ticket & (size - 1)) + 1; i <= size; i += i & -i) tree[i]! += by;
  };
  /** Tickets in line at ring places 0 … place. */
  const prefix = (place: number): number => {
    let sum = 0;
    for (let i = place + 1; i > 0; i -= i & -i) sum += tree[i]!;
    return sum;
  };
  const upTo = (ticket: number): number => {
    const from = first() & (size - 1);
    const to = ticket & (size - 1);
    const before = from === 0 ? 0 : prefix(from - 1);
    return to >= from ? prefix(to) - before : prefix(size - 1) - before + prefix(to);
  };
  const grow = (end: number): void => {
    size *= 2;
    tree = new Int32Array(size + 1);
    for (let ticket = first(); ticket < end; ticket++) if (isInLine(ticket)) tree[(ticket & (size - 1)) + 1] = 1;
    for (let i = 1; i <= size; i++) {
      const parent = i + (i & -i);
      if (parent <= size) tree[parent]! += tree[i]!;
    }
  };

  return {
    add: (ticket) => {
      if (ticket - first() >= size) grow(ticket);
      change(ticket, 1);
    },
    remove: (ticket) => change(ticket, -1),
    upTo,
  };
}
