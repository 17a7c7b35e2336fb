import type { VerdictFile } from '../results/verdict.ts';
import { judgeDoubleTaps } from './criteria/invariants/judge-double-taps.ts';
import { judgeInvariants } from './criteria/invariants/judge-invariants.ts';
import { judgeJourneys } from './criteria/judge-journeys.ts';
import { judgePeople } from './criteria/judge-people.ts';
import { judgeQueue } from './criteria/judge-queue.ts';
import { judgeSteps } from './criteria/judge-steps.ts';
import { judgeRecovery } from './criteria/recovery/judge-recovery.ts';
import type { JudgeInput } from './judge-input.ts';
import { type Judged, overall } from './overall.ts';
import { judgeValidity } from './validity/judge-validity.ts';
import { verdictWords } from './words/verdict-words.ts';

/** The verdict on a run, with every criterion it rests on. Deterministic: the same input gives the same file. */
export function judge(input: JudgeInput): VerdictFile {
  const judged: Judged = {
    criteria: [
      ...judgeSteps(input),
      ...judgeJourneys(input),
      ...judgePeople(input),
      ...judgeQueue(input),
      ...judgeRecovery(input),
      ...judgeDoubleTaps(input),
    ],
    invariants: judgeInvariants(input.audit),
    validity: judgeValidity(input),
  };
  const verdict = overall(judged, input.run.interruption, input.folded.ended === 'stopped');
  return { schema: 'surgeproof/verdict', version: 2, verdict, ...verdictWords(verdict, judged, input), ...judged };
}
