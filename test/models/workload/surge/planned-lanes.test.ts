import { describe, expect, it } from 'vitest';
import { plannedLanes } from '../../../../models/workload/surge/planned-lanes.ts';
import { onnuriLaunch } from '../../../../scenarios/onnuri/launch-surge.ts';

describe('plannedLanes', () => {
  it('gives each lane the tokens its arrivals cost: 5 × 0.7 and 1 × 0.3 for the launch', () => {
    expect(plannedLanes(onnuriLaunch).map(({ share }) => share)).toEqual([3.5, 0.3]);
  });

  it('adds up several journeys of one lane', () => {
    const lanes = [{ name: 'all', cost: 2 }];
    const mix = [
      { journey: 'register-card', share: 0.6, lane: 'all' },
      { journey: 'qr-payment', share: 0.4, lane: 'all' },
    ] as const;
    expect(plannedLanes({ lanes, mix })[0]?.share).toBeCloseTo(2, 12);
  });

  it('keeps a lane nobody is planned for open', () => {
    const lanes = [
      { name: 'used', cost: 1 },
      { name: 'spare', cost: 1 },
    ];
    const [, spare] = plannedLanes({ lanes, mix: [{ journey: 'qr-payment', share: 1, lane: 'used' }] });
    expect(spare?.share).toBeGreaterThan(0);
  });
});
