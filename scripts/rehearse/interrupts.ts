/** How often somebody asked to stop, by Ctrl-C or SIGTERM. */
export interface Interrupts {
  /** How often so far. */
  count(): number;
  /** Settles at the first time; at once when that was before. */
  readonly first: Promise<void>;
  /** What to do at the second time, when patience is over, before leaving at once; nothing that waits. */
  onSecond(act: () => void): void;
  /** Gives the signals back to Node. */
  release(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A terminal sends SIGINT to the whole group, and a supervisor may repeat it: within this time (ms) it is one. */
const ONE_SIGNAL = 300;

/** `leave` ends the process at the second time. */
export function listenForInterrupts(leave: () => void): Interrupts {
  let asked = 0;
  let last = 0;
  let tellFirst: () => void = () => {};
  const second: (() => void)[] = [];
  const first = new Promise<void>((resolve) => {
    tellFirst = resolve;
  });
  const hear = (): void => {
    const now = Date.now();
    if (asked > 0 && now - last < ONE_SIGNAL) return;
    last = now;
    asked++;
    if (asked === 1) {
      tellFirst();
      return;
    }
    for (const act of second) act();
    leave();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return {
    count: () => asked,
    first,
    onSecond: (act) => void second.push(act),
    release: () => {
      for (const signal of SIGNALS) process.off(signal, hear);
    },
  };
}
