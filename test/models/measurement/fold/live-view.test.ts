import { describe, expect, it } from 'vitest';
import { end, head, nobody, reading, sample, second } from '../lines.ts';

describe('the latest view', () => {
  it('shows rates and latencies of the last seconds only', () => {
    const { put, latest } = reading();
    put(head());
    for (let s = 0; s < 30; s++) {
      const samples = [
        sample('pay', [s < 20 ? 9_000 : 100]),
        sample('pay', [5], { outcome: 'failed' }),
        sample('login', [50], { clock: 0 }),
      ];
      put(
        second({
          second: s,
          scheduled: 4,
          started: s,
          users: { ...nobody, arrived: s, inLine: 30 - s },
          samples,
          loopLag: [1280, 1],
          errors: [[9, 'x', 'system', 1]],
          admissions: [[0, s, 0, s * 1_000, 0, 0, 0]],
        }),
      );
    }
    const view = latest();
    expect(view).toMatchObject({ second: 29, phase: 'surge', scheduled: 4, started: 24.5, admitted: 1, maxWaiting: 30, problems: 0 });
    expect(view.errorsByOwner).toEqual({ system: 10, 'third party': 0, unclear: 0, script: 0, 'client environment': 0 });
    expect(view.steps).toEqual([{ step: 'pay', attempts: 20, p95: expect.closeTo(100, 0), errors: 10 }]);
    // Bucket 1280 is 1 ms; its middle is 1 + 1/256.
    expect(view.loopLagP99).toBe(1.00390625);
    expect(view.users.arrived).toBe(29);
  });

  it('waits for the slowest VU, but not for long, and not for one that has ended', () => {
    const { put, latest } = reading();
    for (const line of [head(), head({ vu: 2 }), second({ second: 9 }), second({ vu: 2, second: 8 })]) put(line);
    expect(latest().second).toBe(8);
    put(second({ second: 20 }));
    expect(latest().second).toBe(17);
    put(end({ vu: 2, second: 8 }));
    expect(latest().second).toBe(20);
  });

  it('has no phase when the head names none', () => {
    const { put, latest } = reading();
    put(head({ phases: [] }));
    expect(latest().phase).toBeNull();
  });
});
