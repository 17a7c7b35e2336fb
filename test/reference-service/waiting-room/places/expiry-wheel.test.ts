import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpiryWheel } from '../../../../reference-service/waiting-room/places/expiry-wheel.ts';

fc.configureGlobal({ seed: 1 });

describe('the expiry wheel', () => {
  it('looks at every place once its time has come, less than a second late, and not before unless it is more than a turn away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 50 }), (dues) => {
        const wheel = createExpiryWheel();
        dues.forEach((due, place) => {
          wheel.put(place, due);
        });
        const ended = new Map<number, number>();
        for (let now = 0; now <= 302_000; now += 250) {
          wheel.advance(now, (place) => {
            if (dues[place]! > now) return dues[place]!;
            expect(ended.has(place)).toBe(false);
            ended.set(place, now);
            return null;
          });
        }
        dues.forEach((due, place) => {
          expect(ended.get(place)! - due).toBeGreaterThanOrEqual(0);
          expect(ended.get(place)! - due).toBeLessThanOrEqual(1_000);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('costs one visit at the old time when a deadline was moved', () => {
    const wheel = createExpiryWheel();
    wheel.put(0, 5_000);
    const visits: number[] = [];
    for (let now = 0; now <= 60_000; now += 1_000) {
      wheel.advance(now, () => {
        visits.push(now);
        return now < 40_000 ? 40_000 : null;
      });
    }
    expect(visits).toEqual([5_000, 40_000]);
  });
});
