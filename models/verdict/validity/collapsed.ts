import type { JudgeInput } from '../judge-input.ts';

/** From this share of time-outs on, in any step with enough attempts to tell, the target counts as collapsed: twenty times the loosest error budget. */
const TIMEOUT_SHARE = 0.1;
const FEWEST_ATTEMPTS = 100;

/**
 * Whether the target, not the generator, broke down: it died, or kept every tenth request of a step waiting until the client gave up.
 * Refused connections are no sign of it: a generator without sockets sees the same.
 */
export function collapsed({ run }: Pick<JudgeInput, 'run'>): boolean {
  if (run.interruption === 'target-died') return true;
  return run.steps.some(({ attempts, outcomes }) => attempts >= FEWEST_ATTEMPTS && (outcomes.timeout ?? 0) >= TIMEOUT_SHARE * attempts);
}
