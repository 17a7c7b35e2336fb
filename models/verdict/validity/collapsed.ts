import type { JudgeInput } from '../judge-input.ts';

/** From this share of time-outs on, in any step with enough attempts to tell, the target counts as collapsed: twenty times the loosest error budget. */
const TIMEOUT_SHARE = 0.1;
/** From this share of answers that are errors on: no late start makes a target answer every second request with one. */
const ERROR_SHARE = 0.5;
const FEWEST_ATTEMPTS = 100;

/**
 * Whether the target, not the generator, broke down: it died, kept every tenth request of a step waiting until the client gave up, or
 * answered every second one with an error. Refused connections are no sign of it: a generator without sockets sees the same.
 */
export function collapsed({ run }: Pick<JudgeInput, 'run'>): boolean {
  if (run.interruption === 'target-died') return true;
  return run.steps.some(({ attempts, outcomes: { timeout = 0, failed = 0, rejected = 0 } }) => {
    return attempts >= FEWEST_ATTEMPTS && (timeout >= TIMEOUT_SHARE * attempts || failed + rejected >= ERROR_SHARE * attempts);
  });
}
