import type { NativePolls, NativePollsOptions } from '../../../../engine/waiting-room/native-module.ts';
import { createRecorder, type Recorder } from '../../../../models/workload/log/recorder.ts';
import { createPhaseAt } from '../../../../models/workload/surge/phase.ts';

/** Good answers since the last call, as sums. */
export function createTally({ phases }: NativePollsOptions) {
  const phaseAt = createPhaseAt(phases.map((from) => ({ name: '', from, judged: true })));
  const recorders = new Map<number, Recorder>();
  let [answers, connections] = [0, 0];
  const record = (phase: number, clock: 0 | 1, ms: number): void => {
    const recorder = recorders.get(2 * phase + clock) ?? createRecorder();
    recorders.set(2 * phase + clock, recorder);
    recorder.record(ms);
  };
  return {
    add(intended: number, sent: number, duration: number, blocked: number): void {
      const phase = phaseAt(intended / 1000);
      record(phase, 0, duration);
      record(phase, 1, Math.max(0, sent - intended) + blocked + duration);
      answers++;
      if (blocked > 0) connections++;
    },
    take(): ReturnType<NativePolls['take']> {
      if (answers === 0) return null;
      const samples = [...recorders].map(([index, recorder]) => [index >> 1, (index & 1) as 0 | 1, recorder.take()] as const);
      const taken = { samples, statuses: [[200, answers] as const], connections, handshakes: 0 };
      recorders.clear();
      [answers, connections] = [0, 0];
      return taken;
    },
  };
}
