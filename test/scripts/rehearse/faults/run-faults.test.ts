import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../../models/workload/surge/fault.ts';
import { type Breaker, type FaultClock, runFaults } from '../../../../scripts/rehearse/faults/run-faults.ts';

const fault = (title: string, from: number, to: number): PlannedFault => ({
  ...{ title, from, to, cutSeconds: 0 },
  action: { kind: 'errors', on: title, share: 1 },
});

/** A clock that stands until it is moved. */
function handClock() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const clock: FaultClock = {
    now: () => now,
    sleep: (ms, over) =>
      new Promise((resolve) => {
        sleepers.push({ at: now + ms, wake: resolve });
        void over.then(resolve);
      }),
  };
  const to = async (ms: number): Promise<void> => {
    now = ms;
    for (const { at, wake } of sleepers) if (at <= ms) wake();
    await settle();
  };
  return { clock, to, settle };
}

function made(faults: readonly PlannedFault[], breaks: Partial<Breaker> = {}) {
  const [seen, said]: string[][] = [[], []];
  const { clock, to, settle } = handClock();
  const breaker: Breaker = {
    begin: async (one) => {
      seen!.push(`${clock.now()} begin ${one.title}`);
      await breaks.begin?.(one);
    },
    end: async (one) => {
      seen!.push(`${clock.now()} end ${one.title}`);
      await breaks.end?.(one);
    },
  };
  const running = runFaults(faults, breaker, 0, clock, (line) => said!.push(line));
  return { running, seen: seen!, said: said!, to, settle };
}

describe('a fault timeline', () => {
  it('begins and ends each fault at its time and says what was done', async () => {
    const { running, seen, to } = made([fault('a', 1, 3), fault('b', 2, 4)]);
    for (const ms of [1_000, 2_000, 3_010, 4_000]) await to(ms);
    expect(await running.stop()).toEqual([
      { title: 'a', planned: { from: 1, to: 3 }, began: 1, ended: 3.01, problem: null },
      { title: 'b', planned: { from: 2, to: 4 }, began: 2, ended: 4, problem: null },
    ]);
    expect(seen).toEqual(['1000 begin a', '2000 begin b', '3010 end a', '4000 end b']);
  });

  it('repairs the first of two that meet before the second begins', async () => {
    const { running, seen, to, settle } = made([fault('second', 3, 5), fault('first', 1, 3)], {
      end: () => new Promise((resolve) => setTimeout(resolve, 5)),
    });
    await to(1_000);
    await to(3_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await settle();
    expect(seen).toEqual(['1000 begin first', '3000 end first', '3000 begin second']);
    await running.stop();
  });

  it('repairs what is broken when it is stopped, and begins nothing more', async () => {
    const { running, seen, to } = made([fault('a', 1, 9), fault('b', 5, 9)]);
    await to(1_000);
    await to(2_000);
    expect(await running.stop()).toMatchObject([
      { began: 1, ended: 2 },
      { began: null, ended: null, problem: null },
    ]);
    expect(seen).toEqual(['1000 begin a', '2000 end a']);
    expect(await running.stop()).toHaveLength(2);
  });

  it('undoes a beginning that failed, and notes why', async () => {
    const { running, seen, said, to } = made([fault('a', 1, 9)], { begin: () => Promise.reject(new Error('no right to')) });
    await to(1_000);
    expect(await running.stop()).toMatchObject([{ began: null, ended: null, problem: 'It could not be begun: no right to.' }]);
    expect(seen).toEqual(['1000 begin a', '1000 end a']);
    expect(said.at(-1)).toBe('Fault a: It could not be begun: no right to');
  });
});
