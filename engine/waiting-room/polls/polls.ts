import type { Host } from '../../users/context.ts';

/**
 * How people who have a place ask for it again. There are two makers: the timer wheel, which wakes them one by one, and the poller in Go,
 * which asks for them until they are told anything else than to wait on.
 */
export interface Polls {
  /** The person on this row asks again at `at`, milliseconds since second 0, or loses patience. */
  wait(row: number, at: number): void;
  /** Puts into the book what is not there yet, before it writes a line. */
  collect(): void;
  /** The run is over: nobody asks any more, and the rows say who sleeps. */
  end(): void;
}

const nothing = (): void => {};

/** People sleep on the wheel and are woken by it, as everybody else: the reference, which any k6 can run. */
export const createWheelPolls = ({ wheel }: Host): Polls => ({ wait: wheel.put, collect: nothing, end: nothing });
