/** Events by time; of equal times the one put in first comes first. */
export interface EventHeap {
  readonly size: () => number;
  readonly put: (time: number, kind: number, subject: number) => void;
  /** Time of the next event; Infinity when there is none. */
  readonly nextTime: () => number;
  /** Takes the next event off; undefined when there is none. */
  readonly take: () => SimulatedEvent | undefined;
}

export interface SimulatedEvent {
  readonly time: number;
  readonly kind: number;
  readonly subject: number;
  readonly order: number;
}

/**
 * Calendar of a discrete-event simulation, as a binary heap.
 * Used by `simulateQueue`; ties are broken by order of entry so that a run is the same on every machine.
 * @example createEventHeap().nextTime() // => Infinity
 */
export function createEventHeap(): EventHeap {
  const heap: SimulatedEvent[] = [];
  let entered = 0;
  const earlier = (a: SimulatedEvent, b: SimulatedEvent) => a.time < b.time || (a.time === b.time && a.order < b.order);
  const put = (time: number, kind: number, subject: number): void => {
    const event = { time, kind, subject, order: entered++ };
    let hole = heap.length;
    heap.push(event);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!earlier(event, heap[parent]!)) break;
      heap[hole] = heap[parent]!;
      hole = parent;
    }
    heap[hole] = event;
  };
  const take = (): SimulatedEvent | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) sink(heap, last, earlier);
    return first;
  };
  return { size: () => heap.length, put, nextTime: () => heap[0]?.time ?? Number.POSITIVE_INFINITY, take };
}

function sink(heap: SimulatedEvent[], event: SimulatedEvent, earlier: (a: SimulatedEvent, b: SimulatedEvent) => boolean): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && earlier(heap[child + 1]!, heap[child]!)) child++;
    if (!earlier(heap[child]!, event)) break;
    heap[hole] = heap[child]!;
    hole = child;
  }
  heap[hole] = event;
}
