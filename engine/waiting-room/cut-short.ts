import type { Host } from '../users/context.ts';
import { bookCutShort } from '../users/cut-short.ts';
import { STATE } from '../users/rows.ts';

/**
 * Books the requests to the waiting room that the end of the run leaves without an answer: those of people in line who are not asleep,
 * and those of people who are gone and gave their place back.
 */
export function bookLineCutShort(host: Host): void {
  const { rows, steps, profile, detached } = host;
  const now = host.now();
  const book = (step: number, intended: number): void => {
    const waited = Math.max(0, now - intended);
    bookCutShort(host, { step, intended, service: waited, response: waited, variants: null }, waited, profile.clientTimeout);
  };
  for (const { step, intended } of detached) book(step, intended);
  for (let row = 0; row < rows.key.length; row++) {
    if (rows.asleep[row] === 1) continue;
    if (rows.state[row] === STATE.joining) book(steps.entries['queue-join']!.index, rows.due[row]!);
    else if (rows.state[row] === STATE.inLine) book(steps.entries['queue-poll']!.index, rows.due[row]!);
  }
}
