import { describe, expect, it } from 'vitest';
import { plannedLanes } from '../../../../models/workload/surge/planned-lanes.ts';

describe('plannedLanes', () => {
  it('gives each lane the tokens its arrivals cost: 5 × 0.7 and 1 × 0.3', () => {
    const lanes = [
      { name: 'register', cost: 5 },
      { name: 'payment', cost: 1 },
    ];
    const journeys = [
      { lane: 'register', share: 0.7 },
      { lane: 'payment', share: 0.3 },
    ];
    expect(plannedLanes({ lanes, journeys }).map(({ share }) => share)).toEqual([3.5, 0.3]);
  });

  it('adds up several journeys of one lane', () => {
    const lanes = [{ name: 'all', cost: 2 }];
    const journeys = [
      { share: 0.6, lane: 'all' },
      { share: 0.4, lane: 'all' },
    ];
    expect(plannedLanes({ lanes, journeys })[0]?.share).toBeCloseTo(2, 12);
  });

  it('keeps a lane nobody is planned for open', () => {
    const lanes = [
      { name: 'used', cost: 1 },
      { name: 'spare', cost: 1 },
    ];
    const [, spare] = plannedLanes({ lanes, journeys: [{ share: 1, lane: 'used' }] });
    expect(spare?.share).toBeGreaterThan(0);
  });
});
