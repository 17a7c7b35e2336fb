/** Lateness that is made up for later, at most, per worker, milliseconds: after a long stall nobody gets a service time of zero for seconds. */
const MOST_PER_WORKER = 20;

/**
 * A timer whose mean is exact. Timers come late, by a millisecond as a rule and by more when the machine is busy; with hundreds of
 * workers that alone would eat a share of the capacity that is to be known. So what one wait took too long, the next ones are shorter.
 *
 * Returns a function that resolves after about so many milliseconds. `now` and `wake` stand for clock and timer.
 */
export function exactTimer(
  workers: number,
  now: () => number = () => performance.now(),
  wake: (resolve: () => void, milliseconds: number) => unknown = setTimeout,
): (milliseconds: number) => Promise<void> {
  const most = workers * MOST_PER_WORKER;
  let owed = 0;
  return (milliseconds) =>
    new Promise((resolve) => {
      const from = now();
      const shortened = Math.max(0, milliseconds - Math.max(0, owed));
      owed -= milliseconds - shortened;
      const done = (): void => {
        owed = Math.min(most, owed + now() - from - shortened);
        resolve();
      };
      wake(done, shortened);
    });
}
