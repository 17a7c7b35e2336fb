/** Events to come, by time. An event is a whole number. */
export interface Calendar {
  /** Infinity when there is none. */
  readonly nextTime: () => number;
  readonly put: (time: number, event: number) => void;
  /** Takes the next event off; only when there is one. */
  readonly take: () => number;
}

/** A calendar with room for `most` events at a time, as a binary heap in typed arrays. */
export function createCalendar(most: number): Calendar {
  const times = new Float64Array(most + 1);
  const events = new Float64Array(most + 1);
  let size = 0;
  const put = (time: number, event: number): void => {
    let hole = size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! <= time) break;
      times[hole] = times[parent]!;
      events[hole] = events[parent]!;
      hole = parent;
    }
    times[hole] = time;
    events[hole] = event;
  };
  const take = (): number => {
    const first = events[0]!;
    size--;
    const [time, event] = [times[size]!, events[size]!];
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[hole] = times[child]!;
      events[hole] = events[child]!;
      hole = child;
    }
    times[hole] = time;
    events[hole] = event;
    return first;
  };
  return { nextTime: () => (size === 0 ? Number.POSITIVE_INFINITY : times[0]!), put, take };
}
