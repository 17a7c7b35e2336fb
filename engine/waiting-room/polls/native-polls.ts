import { ASLEEP, type Rows, STATE } from '../../users/rows.ts';
import type { NativeLine } from '../open-native.ts';
import { createHandOver } from './hand-over.ts';
import type { Polls } from './polls.ts';
import { createTakeBack, type TakeBackDeps } from './take-back.ts';

export interface NativePollsDeps extends Omit<TakeBackDeps, 'polls' | 'step'> {
  readonly native: NativeLine;
}

/** The poller in Go asks for people who wait; whom it cannot hold sleeps on the wheel. */
export function createNativePolls({ native, ...deps }: NativePollsDeps): Polls {
  const { host, requests, cookies } = deps;
  const { rows, wheel } = host;
  const { polls } = native;
  const step = host.steps.entries['queue-poll']!.index;
  const handOver = createHandOver(host, polls, requests, cookies);
  native.onBack(createTakeBack({ ...deps, polls, step }));

  function collect(): void {
    const recorded = polls.take();
    if (recorded !== null) host.book.add(step, recorded);
  }

  return {
    wait(row, at) {
      if (rows.asleep[row] !== ASLEEP.no || !handOver(row, at)) return wheel.put(row, at);
      rows.asleep[row] = ASLEEP.native;
      rows.due[row] = at;
    },
    collect,
    end() {
      collect();
      polls.end(bufferOf(rows.waiting), bufferOf(rows.due), bufferOf(rows.asleep));
      for (let row = 0; row < rows.key.length; row++) if (isOutOfPatience(rows, row)) rows.asleep[row] = ASLEEP.onWheel;
    },
  };
}

/** Of these no poll is under way: they leave without having asked. */
const isOutOfPatience = (rows: Rows, row: number): boolean => rows.state[row] === STATE.inLine && rows.due[row]! >= rows.giveUpAt[row]!;

const bufferOf = ({ buffer }: Float64Array | Uint8Array): ArrayBuffer => buffer as ArrayBuffer;
