import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fleet, fleetOf } from '../../../../reference-service/shared/simulation/fleet.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const TEN_MS = { p50: 10, p99: 10 };

class Wire {
  broken = false;
  resetAndDestroy(): void {
    this.broken = true;
  }
}

/** A request that takes ten milliseconds, and what became of it. */
function send(fleet: Fleet): { wire: Wire; answer: Promise<unknown> } {
  const wire = new Wire();
  return { wire, answer: fleet.serve(wire, { time: TEN_MS, run: () => 'served' }).catch((error) => error.code) };
}

describe('a fleet', () => {
  it('works on as many requests at once as its nodes have workers, in turn', async () => {
    const fleet = fleetOf({ nodes: 2, workers: 2, queueLimit: 10 }, 1);
    let served = 0;
    for (let i = 0; i < 6; i++) void send(fleet).answer.then(() => served++);
    const seen: number[] = [];
    for (let i = 0; i < 2; i++) {
      await vi.advanceTimersByTimeAsync(10);
      seen.push(served);
    }
    expect(seen).toEqual([4, 6]);
  });

  it('answers with the maintenance page when the line of a node is full', async () => {
    const fleet = fleetOf({ nodes: 1, workers: 1, queueLimit: 1 }, 1);
    const answers = [send(fleet), send(fleet), send(fleet)].map(({ answer }) => answer);
    await vi.advanceTimersByTimeAsync(20);
    expect(await Promise.all(answers)).toEqual(['served', 'served', 'maintenance']);
  });

  it('breaks the connections of a node that is killed, does nothing more for them, and serves by the others', async () => {
    const fleet = fleetOf({ nodes: 2, workers: 1, queueLimit: 10 }, 1);
    let done = 0;
    const wires = Array.from({ length: 8 }, () => {
      const wire = new Wire();
      void fleet.serve(wire, { time: TEN_MS, run: () => done++ }).catch(() => {});
      return wire;
    });
    await vi.advanceTimersByTimeAsync(0);
    fleet.kill(1);
    fleet.kill(1);
    expect(wires.filter(({ broken }) => broken)).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(100);
    // Four by the node that is left, and the one the other had begun.
    expect([done, fleet.alive]).toEqual([5, 1]);
    const after = [send(fleet), send(fleet)];
    await vi.advanceTimersByTimeAsync(20);
    expect(await Promise.all(after.map(({ answer }) => answer))).toEqual(['served', 'served']);
  });

  it('gives the worker back when the work fails', async () => {
    const fleet = fleetOf({ nodes: 1, workers: 1, queueLimit: 1 }, 1);
    const failing = fleet.serve(new Wire(), { time: TEN_MS, run: () => Promise.reject(new Error('broken')) }).catch(() => 'failed');
    const { answer } = send(fleet);
    await vi.advanceTimersByTimeAsync(20);
    expect([await failing, await answer]).toEqual(['failed', 'served']);
  });
});
