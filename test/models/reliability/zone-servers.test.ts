import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneServers } from '../../../models/reliability/zone-servers.ts';
import { expectRefusal } from '../refused.ts';

describe('zoneServers', () => {
  it('is 60, not 41, for 40 over three zones', () => expect(zoneServers({ needed: 40, zones: 3 })).toBe(60));
  it('leaves enough when a zone fails, and one a zone fewer would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 9 }), (needed, zones) => {
        const each = zoneServers({ needed, zones }) / zones;
        expect(each * (zones - 1)).toBeGreaterThanOrEqual(needed);
        expect((each - 1) * (zones - 1)).toBeLessThan(needed);
      }),
    );
  });
  it('refuses one zone, which cannot fail and leave any', () =>
    expectRefusal(() => zoneServers({ needed: 1, zones: 1 }), 'out-of-range', /^zones/));
});
