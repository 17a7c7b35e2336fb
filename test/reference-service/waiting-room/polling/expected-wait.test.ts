import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedWait, type LaneOutlook } from '../../../../reference-service/waiting-room/polling/expected-wait.ts';

fc.configureGlobal({ seed: 1 });

const lane = (cost: number, people: number, more: Partial<LaneOutlook> = {}): LaneOutlook => ({
  share: cost,
  cost,
  people,
  inflow: 0,
  inflowFor: 0,
  leaving: 0,
  ...more,
});

describe('the expected wait', () => {
  it('is tokens ahead over tokens per second in a single lane', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.1, max: 10, noNaN: true }), (position, cost) => {
        expect(expectedWait([lane(cost, position)], 0, position, 100)).toBeCloseTo((position * cost) / 100, 6);
      }),
    );
  });

  it('knows that the share of a lane that empties flows to the others', () => {
    // Equal shares of 100 tokens/s: the other lane, 500 tokens, takes 10 s; by then 500 of 2,000 are served; 1,500 at 100/s take 15 s.
    const lanes = [lane(5, 400, { share: 1 }), lane(1, 500, { share: 1 })];
    expect(expectedWait(lanes, 0, 400, 100)).toBeCloseTo(25, 9);
    expect(expectedWait(lanes, 1, 500, 100)).toBeCloseTo(10, 9);
  });

  it('counts people who still come to another lane, for as long as they are expected', () => {
    // The other lane takes its 50 tokens/s for 20 s (30 people/s wanted, 30 < 50, so 30), then nothing: 70·20 = 1,400; 600 left at 100/s.
    const lanes = [lane(5, 400, { share: 1 }), lane(1, 0, { share: 1, inflow: 30, inflowFor: 20 })];
    expect(expectedWait(lanes, 0, 400, 100)).toBeCloseTo(26, 9);
  });

  it('is shorter when people ahead leave: dn/dt = −μ − h·n has the solution ln(1 + h·n/μ)/h', () => {
    expect(expectedWait([lane(1, 1_000, { leaving: 0.01 })], 0, 1_000, 20)).toBeCloseTo(Math.log(1 + (0.01 * 1_000) / 20) / 0.01, 9);
  });

  const outlook = fc.record({
    share: fc.double({ min: 0.1, max: 10, noNaN: true }),
    cost: fc.double({ min: 0.1, max: 10, noNaN: true }),
    people: fc.integer({ min: 0, max: 50_000 }),
    inflow: fc.double({ min: 0, max: 500, noNaN: true }),
    inflowFor: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.double({ min: 0, max: 600, noNaN: true })),
    leaving: fc.constantFrom(0, 0.001, 0.02),
  });
  const lanes = fc.array(outlook, { minLength: 1, maxLength: 5 });

  it('lies between having all tokens and having only the guaranteed share', () => {
    fc.assert(
      fc.property(lanes, fc.integer({ min: 1, max: 50_000 }), (all, position) => {
        const own = { ...all[0]!, leaving: 0 };
        const shares = all.reduce((sum, { share }) => sum + share, 0);
        const alone = (position * own.cost) / 300;
        const wait = expectedWait([own, ...all.slice(1)], 0, position, 300);
        expect(wait).toBeGreaterThanOrEqual(alone * (1 - 1e-9));
        expect(wait).toBeLessThanOrEqual(((alone * shares) / own.share) * (1 + 1e-9) + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  it('never is shorter further back', () => {
    fc.assert(
      fc.property(lanes, fc.integer({ min: 1, max: 50_000 }), (all, position) => {
        const here = expectedWait(all, 0, position, 300);
        expect(expectedWait(all, 0, position + 100, 300)).toBeGreaterThanOrEqual(here - 1e-6);
      }),
      { numRuns: 500 },
    );
  });
});
