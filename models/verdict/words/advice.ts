import type { CriterionResult, Verdict } from '../../results/verdict.ts';
import { OWNERS } from '../../workload/log/outcome.ts';
import type { JudgeInput } from '../judge-input.ts';
import { sayShare } from './numbers.ts';

const INVALID_ADVICE: Readonly<Record<string, string>> = {
  'validity.target-identity': 'Start the target that the configuration names, or correct its address, and rehearse again.',
  'validity.generator-finished': 'Look at the last lines of k6’s output in the run folder, then rehearse again.',
  'validity.open-files': 'Raise the limit of open files (ulimit -n) and rehearse again.',
};

/** What to do next, by verdict; one sentence. */
export function advice(verdict: Verdict, first: CriterionResult | undefined, input: JudgeInput): string | null {
  if (verdict === 'PASS') return null;
  if (verdict === 'WARN') return 'Repeat the run before you rely on it: the next one may well be on the other side of the limit.';
  if (verdict === 'INVALID')
    return (
      INVALID_ADVICE[first?.id ?? ''] ??
      'Give k6 more of the machine, or lower the arrival rate, and rehearse again: nothing is known about the target.'
    );
  if (verdict === 'FAIL') return failureAdvice(first, input);
  if (input.run.interruption !== null || input.folded.ended === 'stopped') return 'Let the run come to its end.';
  return 'Rehearse longer or with a larger profile (--profile lab): what is missing is evidence, not speed.';
}

function failureAdvice(first: CriterionResult | undefined, { run }: JudgeInput): string {
  if (run.interruption === 'target-died') return 'Find out from the target’s own log why it died, then rehearse again.';
  if (first?.kind === 'errors' && mostlyUnreachable(run, first.subject)) {
    return 'Check that the target runs and can be reached from this machine: most of these requests found no connection.';
  }
  if (first?.kind === 'invariant')
    return 'Look at the examples in audit.json before anything else: speed does not matter while the books are wrong.';
  if (first?.kind === 'queue') return 'Look at the waiting room: how it orders, forgets and announces does not depend on the app nodes.';
  return run.simulated
    ? 'Add app nodes (--nodes) or admit fewer people per second, and rehearse again with the same seed.'
    : 'Add servers or admit fewer people per second, and rehearse again with the same seed.';
}

function mostlyUnreachable(run: JudgeInput['run'], step: string): boolean {
  const found = run.steps.find((summary) => summary.step === step);
  return found !== undefined && (found.outcomes.unreachable ?? 0) > found.attempts / 2;
}

/** Whose fault most failed requests were; null when there were none. */
export function blame({ folded }: Pick<JudgeInput, 'folded'>): string | null {
  const counts = OWNERS.map((owner) => ({ owner, count: folded.errorsByOwner[owner].reduce((sum, errors) => sum + errors, 0) }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const worst = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return `${sayShare(worst.count / total)} of all failed requests were the fault of the ${worst.owner}.`;
}
