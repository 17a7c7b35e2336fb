import type { VirtualClock } from './clock.ts';

interface Timer {
  readonly id: number;
  readonly callback: () => void;
  readonly every: number | null;
  due: number;
}

/** Timers by the time at which they are due, those of the same time in the order they were set: a binary heap. */
function timerHeap() {
  const heap: Timer[] = [];
  const before = (a: number, b: number): boolean =>
    heap[a]!.due < heap[b]!.due || (heap[a]!.due === heap[b]!.due && heap[a]!.id < heap[b]!.id);
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let first = at;
      if (left < heap.length && before(left, first)) first = left;
      if (right < heap.length && before(right, first)) first = right;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  };
  return {
    first: (): Timer | undefined => heap[0],
    put(timer: Timer): void {
      heap.push(timer);
      for (let at = heap.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    takeFirst(): Timer {
      swap(0, heap.length - 1);
      const timer = heap.pop()!;
      sink(0);
      return timer;
    },
  };
}

/** Starts virtual time at a Unix time in milliseconds. Vitest's own fake timers wait for a real millisecond after every timer; this does not. */
export function virtualClock(startsAt: number): VirtualClock {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval, dateNow: Date.now, performanceNow: performance.now };
  const heap = timerHeap();
  const live = new Set<number>();
  let [now, offset, ids] = [0, startsAt, 0];
  const start = (callback: () => void, delay: number, every: number | null): number => {
    const id = ++ids;
    live.add(id);
    heap.put({ id, callback, every, due: now + Math.max(0, delay) });
    return id;
  };
  const stop = (id: number): void => void live.delete(id);
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, delay = 0) => start(callback, delay, null),
    setInterval: (callback: () => void, delay: number) => start(callback, delay, delay),
    clearTimeout: stop,
    clearInterval: stop,
  });
  Date.now = () => Math.floor(now + offset);
  performance.now = () => now;
  return {
    now: () => now,
    async advance(ms) {
      const until = now + ms;
      for (let timer = heap.first(); timer !== undefined && timer.due <= until; timer = heap.first()) {
        heap.takeFirst();
        if (!live.has(timer.id)) continue;
        now = Math.max(now, timer.due);
        if (timer.every === null) live.delete(timer.id);
        else heap.put({ ...timer, due: now + timer.every });
        timer.callback();
        await new Promise(setImmediate);
      }
      now = Math.max(now, until);
    },
    jump(ms) {
      offset += ms;
    },
    stall(ms) {
      now += ms;
    },
    restore() {
      const { dateNow, performanceNow, ...timers } = real;
      Object.assign(globalThis, timers);
      Date.now = dateNow;
      performance.now = performanceNow;
    },
  };
}
