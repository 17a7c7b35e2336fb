import type { Cells, Clock } from '../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../models/workload/log/outcome.ts';
import { createRecorder, type Recorder } from '../../models/workload/log/recorder.ts';

/** Good answers to one step, of which only sums are known. */
export interface Recorded {
  /** Times by the phase of the intended start. */
  readonly samples: readonly (readonly [phase: number, clock: Clock, cells: Cells])[];
  readonly statuses: readonly (readonly [status: number, count: number])[];
  readonly connections: number;
  readonly handshakes: number;
}

/** Latencies of one second: a histogram for each sample index, outcome, phase and clock that occurred. */
export interface Recorders {
  /** Counts one request or journey; times in milliseconds. */
  record(index: number, outcome: number, phase: number, service: number, response: number): void;
  /** Counts times of one clock that were recorded elsewhere; returns how many. */
  add(index: number, outcome: number, phase: number, clock: Clock, cells: Cells): number;
  /** What was recorded since the last call: [index, outcome, phase, clock, cells]. */
  take(): [number, number, number, Clock, Cells][];
}

/** Histograms are lent for a second and used again, so that memory follows what happens and not what could. `samples`: how many indices. */
export function createRecorders(phases: number, samples: number): Recorders {
  const outcomes = OUTCOMES.length;
  const lent: (Recorder | null)[] = new Array(2 * phases * outcomes * samples).fill(null);
  const idle: Recorder[] = [];
  let keys: number[] = [];

  const keyOf = (index: number, outcome: number, phase: number): number => 2 * ((phase * outcomes + outcome) * samples + index);

  function lend(key: number): Recorder {
    const recorder = idle.pop() ?? createRecorder();
    lent[key] = recorder;
    keys.push(key);
    return recorder;
  }

  return {
    record(index, outcome, phase, service, response) {
      const key = keyOf(index, outcome, phase);
      (lent[key] ?? lend(key)).record(service);
      (lent[key + 1] ?? lend(key + 1)).record(response);
    },
    add(index, outcome, phase, clock, cells) {
      const key = keyOf(index, outcome, phase) + clock;
      return (lent[key] ?? lend(key)).add(cells);
    },
    take() {
      const taken = keys.map((key): [number, number, number, Clock, Cells] => {
        const recorder = lent[key]!;
        lent[key] = null;
        idle.push(recorder);
        const pair = key >> 1;
        const series = Math.floor(pair / samples);
        const clock: Clock = (key & 1) === 0 ? 0 : 1;
        return [pair % samples, series % outcomes, Math.floor(series / outcomes), clock, recorder.take()];
      });
      keys = [];
      return taken;
    },
  };
}
