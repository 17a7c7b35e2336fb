import type { CriterionResult } from '../../results/verdict.ts';
import { plural } from '../../words/count.ts';
import type { JudgeInput } from '../judge-input.ts';
import { otherRun } from '../other-run.ts';
import { scriptFailures } from '../script-failures.ts';
import { criterionClause, criterionSentence, sentence } from './criterion-sentences.ts';
import { shorten } from './error-causes.ts';

/** Places named in one sentence; `examples` of the log holds more. */
const MOST_NAMED = 3;

/** A criterion as a sentence, with what it found where the data of the run name it. */
export function withCause(result: CriterionResult, input: JudgeInput): string {
  if (result.id === 'validity.script' && input.run.interruption === 'script-error') return endedByScript(input);
  const cause = causeOf(result, input);
  return cause === null ? criterionSentence(result) : sentence(`${criterionClause(result)}: ${cause}`);
}

/** The harness has named the mistake and its place, in a whole sentence. */
function endedByScript({ run, detail }: JudgeInput): string {
  const after = `after ${plural(run.durationSeconds, 'second', 'seconds')}`;
  const inside = plural(run.users.waiting, 'person', 'people');
  return `An error in the surge file ended the run ${after}, with ${inside} still in it. ${detail ?? ''}`.trim();
}

function causeOf({ id, value }: CriterionResult, input: JudgeInput): string | null {
  if (value === null) return null;
  switch (id) {
    case 'validity.generator-finished':
      return input.panic ? shorten(input.panic) : null;
    case 'validity.script': {
      const { cause } = scriptFailures(input);
      return cause === null ? null : shorten(cause);
    }
    case 'validity.clock': {
      const jump = input.clock?.largest;
      return jump ? `set ${jump.ms < 0 ? 'back' : 'forward'} at second ${jump.second}` : null;
    }
    case 'validity.measurement-log':
      return listed(input.folded.problems.examples);
    case 'validity.log-of-this-run':
      return listed(otherRun(input));
    case 'validity.sums':
      return listed(input.folded.disagreements);
    default:
      return null;
  }
}

function listed(examples: readonly string[]): string | null {
  if (examples.length === 0) return null;
  return `${examples.slice(0, MOST_NAMED).join('; ')}${examples.length > MOST_NAMED ? '; and more' : ''}`;
}
