import type { CriterionResult, Verdict } from '../../results/verdict.ts';
import type { JudgeInput } from '../judge-input.ts';
import { type Judged, judgesTheService } from '../overall.ts';
import { type CauseKind, failingSteps, mainCause } from './error-causes.ts';
import { isUnservedRule } from './people-words.ts';

const INVALID_ADVICE: Readonly<Record<string, string>> = {
  'validity.target-identity': 'Start the target that the configuration names, or correct its address, and rehearse again.',
  'validity.surgeproof-finished':
    'Find out what ended surgeproof (a system out of memory kills programs, and so does a CI job out of time), then rehearse again.',
  'validity.script': 'Correct the surge file and rehearse again; what people did until then says little about the target.',
  'validity.generator-finished': 'Read the last lines of k6.log in the run folder, then rehearse again.',
  'validity.measurement-log': 'Rehearse again, and do not edit the files of a run: what is missing or wrong in its log nobody can restore.',
  'validity.sums': 'Rehearse again, and do not edit the files of a run: what is missing or wrong in its log nobody can restore.',
  'validity.log-of-this-run': 'Put the files of each run back into its own folder, or rehearse again.',
  'validity.arrivals-planned':
    'Rehearse again, with the profile that the manifest names and with every VU: this run is a lighter or a heavier one.',
  'validity.clock':
    'Keep whatever sets the clock of this machine from it for the time of the run (a time server may slew it), and rehearse again.',
  'validity.open-files': 'Raise the limit of open files (ulimit -n) and rehearse again.',
};
const GENERATOR_ADVICE =
  'Give k6 more of this machine, or lower the arrival rate, and rehearse again: this run says nothing about the target.';
const MORE_SAMPLES = 'Rehearse longer or with a larger profile: more samples are needed for a verdict.';
/** The target did nothing wrong: the load generator itself was close to its limit. */
const BUSY_ADVICE = 'Repeat the run while fewer other programs use this machine: the load generator was close to its limit.';

/** What to do next, by verdict and by the most important finding; null after a pass. */
export function advice(verdict: Verdict, judged: Judged, first: CriterionResult | undefined, input: JudgeInput): string | null {
  switch (verdict) {
    case 'PASS':
      return null;
    case 'WARN':
      return first?.id.startsWith('validity.') ? BUSY_ADVICE : 'Repeat the run before you rely on it: the next one may miss the limit.';
    case 'INVALID':
      return INVALID_ADVICE[first?.id ?? ''] ?? GENERATOR_ADVICE;
    case 'FAIL':
      return failureAdvice(judged, first, input);
    case 'INCONCLUSIVE':
      return evidenceAdvice(judged, first, input);
  }
}

function evidenceAdvice(judged: Judged, first: CriterionResult | undefined, { run, folded }: JudgeInput): string {
  if (run.interruption !== null || folded.ended === 'stopped') return 'Let the run finish.';
  if (first?.kind === 'validity') return 'Find out why the health of the load generator was not measured, then rehearse again.';
  if (judgesTheService(judged) && first?.kind === 'errors' && first.value === null) {
    return 'Let a journey make this step, mark it as `rare` in the surge file, or remove it.';
  }
  if (first?.kind === 'recovery')
    return 'Read in faults.json why a fault was not there as planned, or let people arrive for longer after it, and rehearse again.';
  if (first?.because === 'unfinished') return 'Give people more time after the last arrival (`drain`), and rehearse again.';
  if (first?.because === 'journal-incomplete') return 'Rehearse again: the measurement log of this run is not whole.';
  if (first?.because === 'records-missing')
    return 'Give the audit the records that the report names (`audit` of the surge file), then rehearse again.';
  return first?.kind === 'invariant' ? 'Find out why the audit was not done, then rehearse again.' : MORE_SAMPLES;
}

function failureAdvice({ criteria }: Judged, first: CriterionResult | undefined, input: JudgeInput): string {
  if (input.run.interruption === 'target-died') return 'Find out from the log of the target why it stopped, then rehearse again.';
  const failing = failingSteps(criteria);
  switch (first?.kind) {
    case 'invariant':
      return 'Fix the violations listed in audit.json first: speed does not matter while the books are wrong.';
    case 'idempotency':
      return 'Let the service keep its answer under the idempotency key, and give it again to a request that it has seen.';
    case 'queue':
      return 'Look at the waiting room: its order, its places and its announcements do not depend on the capacity behind it.';
    case 'recovery':
      return 'Find out from the log of the target what keeps it from working after the fault, then rehearse again.';
    case 'errors':
      return errorAdvice(mainCause(input, failing), input);
    case 'journey':
    case 'people':
      if (failing.size > 0) return errorAdvice(mainCause(input, failing), input);
      return isUnservedRule(first.statistic) && input.run.users.waiting > 0
        ? `People were still in the queue or inside when the run ended: give them more time (\`drain\`), or ${lower(capacityAdvice(input))}`
        : capacityAdvice(input);
    default:
      return capacityAdvice(input);
  }
}

function errorAdvice(kind: CauseKind, input: JudgeInput): string {
  switch (kind) {
    case 'refused':
      return 'Check the paths and accounts of the surge file, then rehearse again.';
    case 'certificate':
      return 'Add the certificate authority of the target to its entry in k6.config.ts (`tls.ca`), then rehearse again.';
    case 'unreachable':
      return 'Check that the target runs and can be reached from this machine, then rehearse again.';
    case 'limited':
      return 'The target limits the number of requests: raise that limit for the rehearsal, or lower the arrival rate.';
    case 'server':
      return `Look up these errors in the log of the target; if they occur only under load, ${lower(capacityAdvice(input))}`;
  }
}

/** Nodes are ours to add only where surgeproof started the service. */
function capacityAdvice({ configuration, run }: JudgeInput): string {
  const add = configuration.profile.service === null ? 'Add capacity at the target' : 'Add nodes (--nodes)';
  const admit = run.queue === null ? '' : ' or admit fewer people per second';
  return `${add}${admit}, and rehearse again with the same seed.`;
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
