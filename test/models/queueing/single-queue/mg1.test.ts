import { describe, expect, it } from 'vitest';
import { mg1 } from '../../../../models/queueing/single-queue/mg1.ts';
import { expectRefusal } from '../../refused.ts';

describe('mg1', () => {
  it('is M/M/1 at cs2 = 1 and half of it at cs2 = 0 (Pollaczek–Khinchine)', () => {
    expect(mg1({ arrivalRate: 0.8, serviceTime: 1, cs2: 1 })).toBeCloseTo(4, 12);
    expect(mg1({ arrivalRate: 0.8, serviceTime: 1, cs2: 0 })).toBeCloseTo(2, 12);
  });
  it('refuses a utilisation of one', () =>
    expectRefusal(() => mg1({ arrivalRate: 1, serviceTime: 1, cs2: 0 }), 'unstable', /at least 2 servers/));
});
