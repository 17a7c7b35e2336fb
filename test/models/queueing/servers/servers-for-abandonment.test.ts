import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../../models/queueing/erlang/erlang-a.ts';
import { serversForAbandonment } from '../../../../models/queueing/servers/servers-for-abandonment.ts';

const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });

describe('serversForAbandonment', () => {
  it('meets the target, and one fewer does not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0.05, max: 5, noNaN: true }),
        share,
        (arrivalRate, abandonRate, target) => {
          const servers = serversForAbandonment({ arrivalRate, serviceRate: 1, abandonRate, abandonment: target });
          const of = (count: number) => erlangA({ arrivalRate, serviceRate: 1, abandonRate, servers: count }).abandonment;
          expect(of(servers)).toBeLessThanOrEqual(target);
          if (servers > 1) expect(of(servers - 1)).toBeGreaterThan(target);
        },
      ),
    );
  });
});
