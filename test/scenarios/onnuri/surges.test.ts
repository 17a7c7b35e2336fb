import { describe, expect, it } from 'vitest';
import { arrivalCurve } from '../../../models/workload/arrivals/curves/from-spec.ts';
import launch from '../../../scenarios/onnuri/onnuri-launch.surge.ts';
import smoke from '../../../scenarios/onnuri/smoke.surge.ts';
import { resolved } from '../resolved.ts';

/** Rate at some second of a profile of the launch. */
const rateAt = (profile: string, second: number): number => arrivalCurve(resolved(launch, profile).profile.arrivals).rateAt(second);

/**
 * The queue of a profile as a fluid, second by second: people in it at most, the share who lose patience, when it is empty for good. Whoever
 * arrives waits for those before them; patience is exponential, and leaving it out of the queue itself is on the safe side.
 */
function queueOf(name: string) {
  const { surge, profile } = resolved(launch, name);
  const { admissionTokens, doorsOpenAfter } = profile.service!;
  const costOf = (lane: string | null): number => surge.lanes.find((one) => one.name === lane)!.cost;
  const admitted = admissionTokens / surge.journeys.reduce((sum, { share, lane }) => sum + share * costOf(lane), 0);
  const curve = arrivalCurve(profile.arrivals);
  const ends = profile.arrivalSeconds + profile.drainSeconds;
  let [queue, longest, lost, leftAfter] = [0, 0, 0, 0];
  for (let second = 0; second < ends; second++) {
    const came = curve.arrivalsUntil(second + 1) - curve.arrivalsUntil(second);
    const wait = queue / admitted + Math.max(0, doorsOpenAfter - second);
    lost += came * (1 - Math.exp((-wait * Math.LN2 * 1_000) / profile.impatienceMedian));
    queue = Math.max(0, queue + came - (second < doorsOpenAfter ? 0 : admitted));
    longest = Math.max(longest, queue);
    if (queue > 0) leftAfter = second + 1;
  }
  return { longest, lost: lost / curve.arrivalsUntil(profile.arrivalSeconds), leftAfter, ends };
}

describe('the surges of the voucher app', () => {
  it.each([
    ['smoke', { arrivalSeconds: 18, drainSeconds: 20, hosts: 2, thinkScale: 0.05 }, { nodes: 4, admissionTokens: 152, doorsOpenAfter: 0 }],
    ['lab', { arrivalSeconds: 180, drainSeconds: 240, hosts: 4, thinkScale: 0.2 }, { nodes: 4, admissionTokens: 494, doorsOpenAfter: 48 }],
    ['full', { arrivalSeconds: 7_200, drainSeconds: 900, hosts: 8, thinkScale: 1 }, { nodes: 4, admissionTokens: 315, doorsOpenAfter: 0 }],
  ])('have the strength of the launch in profile %s', (name, values, service) => {
    expect(resolved(launch, name).profile).toMatchObject({ ...values, service, clientTimeout: 10_000, impatienceMedian: 3_600_000 });
  });

  it('bring the people of the launch when the doors open', () => {
    expect([3.9, 4.1, 9.9, 12].map((second) => rateAt('smoke', second))).toEqual([5, 65, 65, 35]);
    expect([9.9, 10.1, 43.9, 46].map((second) => rateAt('lab', second))).toEqual([6, 1_126, 1_126, 566]);
    expect(arrivalCurve(resolved(launch, 'lab').profile.arrivals).arrivalsUntil(180)).toBeCloseTo(
      6 * 180 + 1_120 * (34 + 2 / Math.LN2),
      -1,
    );
    expect([0, 1_800, 3_800, 4_200, 7_199].map((second) => rateAt('full', second))).toEqual([60, 20, 200, 60, expect.closeTo(40, 1)]);
  });

  it.each([
    ['smoke', 0],
    ['lab', 40_000], // people of the press reports
    ['full', 40_000],
  ])('empty the queue of profile %s before the end, and lose few of the people in it', (name, fewest) => {
    const { longest, lost, leftAfter, ends } = queueOf(name);
    expect(longest).toBeGreaterThanOrEqual(fewest);
    // The last people let in have the time-out of a request left.
    expect(leftAfter).toBeLessThan(ends - 10);
    // The built-in limit on people who leave the queue.
    expect(lost).toBeLessThan(0.05);
  });

  it('have the budgets of the published table', () => {
    const { steps } = resolved(launch, 'lab').budgets;
    const figures = Object.fromEntries(
      Object.entries(steps).map(([name, { p50, p95, p99, errorShare }]) => [name, [p50, p95, p99, errorShare]]),
    );
    expect(figures).toMatchObject({
      'queue-join': [30, 150, 500, 0.001],
      'queue-poll': [30, 150, 500, 0.001],
      'open-app': [80, 400, 1_000, 0.001],
      login: [300, 1_500, 3_000, 0.005],
      'identity-send': [400, 800, 3_000, 0.005],
      'identity-confirm': [150, 500, 1_500, 0.005],
      'register-card': [600, 1_500, 4_000, 0.005],
      balance: [80, 400, 1_000, 0.001],
      'qr-lookup': [80, 400, 1_000, 0.001],
      pay: [250, 1_000, 3_000, 0.001],
      cancel: [200, 1_000, 5_000, 0.001],
    });
    expect(steps.pay?.minSamples).toBe(200);
    expect(steps.cancel?.minSamples).toBe(50);
  });

  it('turn a forecast of payments into people: three in ten pay in the launch, half in the smoke run', () => {
    expect(resolved(launch, 'lab').surge.demand).toEqual({ unit: 'payments', step: 'pay', perPerson: 0.3 });
    expect(resolved(smoke, 'smoke').surge.demand?.perPerson).toBe(0.5);
  });

  it('touch every step in the smoke run, evenly', () => {
    const { profile } = resolved(smoke, 'smoke');
    expect(profile).toMatchObject({ evenSpacing: true, arrivalSeconds: 10, hosts: 1, impatienceMedian: 600_000 });
    expect(profile.retry).toMatchObject({ probability: 0.75, maxRetries: 2, quickLow: 200, quickHigh: 500 });
  });
});
