import { describe, expect, it } from 'vitest';
import { laneOrders } from '../../../../models/measurement/summary/lane-fairness.ts';
import { laneWaits } from '../../../../models/measurement/summary/lane-waits.ts';
import { admitted, unadmitted } from './line.ts';

const lane = (name: string, people: number, wait: number) =>
  Array.from({ length: people }, (_, i) => admitted(i, 10_000 + i + wait, { lane: name }));

describe('laneWaits', () => {
  it('says the longest wait, those who were never let in among them, and how far the lanes differ', () => {
    const admissions = [...lane('a', 20, 3_000), ...lane('b', 20, 63_000)];
    const waits = laneWaits(laneOrders({ admissions, unadmitted: [unadmitted(99, 110_099)] }));
    expect(waits).toMatchObject({ longestWait: 100_000, laneDifference: 60_000 });
    expect(waits.lanes).toMatchObject([
      { lane: 'a', admitted: 20, unadmitted: 1, medianWait: 3_000, longestWait: 100_000 },
      { lane: 'b', admitted: 20, unadmitted: 0, medianWait: 63_000, longestWait: 63_000 },
    ]);
  });

  it('compares no lane with fewer than ten people', () => {
    const admissions = [...lane('a', 20, 3_000), ...lane('b', 9, 63_000)];
    expect(laneWaits(laneOrders({ admissions, unadmitted: [] })).laneDifference).toBeNull();
    expect(laneWaits([])).toEqual({ lanes: [], longestWait: null, laneDifference: null });
  });
});
