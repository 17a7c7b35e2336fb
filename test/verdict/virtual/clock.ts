/** Time of a virtual run. It takes the place of timers, `Date.now` and `performance.now` until it is put back. */
export interface VirtualClock {
  /** Milliseconds since it was started, by a clock that never jumps. */
  now(): number;
  /** Runs everything that is due within so many milliseconds, promises included. */
  advance(ms: number): Promise<void>;
  /** Sets the clock of the machine, as an administrator would: timers go on, and so does the monotonic clock. */
  jump(ms: number): void;
  /** Nothing runs for so many milliseconds, as in a process that was stopped; what was due meanwhile is late. */
  stall(ms: number): void;
  /** Gives the real time back. */
  restore(): void;
}
