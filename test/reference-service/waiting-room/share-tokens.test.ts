import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareTokens } from '../../../reference-service/waiting-room/share-tokens.ts';

fc.configureGlobal({ seed: 1 });

const claims = fc.array(
  fc.record({
    share: fc.double({ min: 0.01, max: 100, noNaN: true }),
    wanted: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.double({ min: 0, max: 1000, noNaN: true })),
  }),
  { minLength: 1, maxLength: 6 },
);
const tokens = fc.double({ min: 0, max: 1000, noNaN: true });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('sharing tokens', () => {
  it('gives out everything, or everything that is wanted', () => {
    fc.assert(
      fc.property(tokens, claims, (given, lanes) => {
        expect(sum(shareTokens(given, lanes))).toBeCloseTo(Math.min(given, sum(lanes.map(({ wanted }) => wanted))), 6);
      }),
    );
  });

  it('gives every lane its guaranteed share or what it wants, whatever the others want', () => {
    fc.assert(
      fc.property(tokens, claims, (given, lanes) => {
        const shares = sum(lanes.map(({ share }) => share));
        shareTokens(given, lanes).forEach((got, i) => {
          const guaranteed = (given * lanes[i]!.share) / shares;
          expect(got).toBeGreaterThanOrEqual(Math.min(lanes[i]!.wanted, guaranteed) - 1e-6);
          expect(got).toBeLessThanOrEqual(lanes[i]!.wanted + 1e-6);
        });
      }),
    );
  });

  it('treats lanes that want more than they get in proportion to their shares', () => {
    fc.assert(
      fc.property(tokens, claims, (given, lanes) => {
        const got = shareTokens(given, lanes);
        const perShare = lanes.flatMap(({ share, wanted }, i) => (got[i]! < wanted - 1e-6 ? [got[i]! / share] : []));
        for (const value of perShare) expect(value).toBeCloseTo(perShare[0]!, 6);
      }),
    );
  });
});
