import { describe, expect, it } from 'vitest';
import { capacityOf } from '../../../reference-service/onnuri/capacity.ts';
import { onnuriLaunch } from '../../../scenarios/onnuri/launch-surge.ts';

const launch = onnuriLaunch.mix;
/** What the nodes are laid out for: a little above the lab profile's 836 tokens / (0.7 · 5 + 0.3 · 1) = 220 a second. */
const ADMISSIONS = 240;

describe('the capacity of the simulated nodes', () => {
  it('is the table added up by hand', () => {
    // Means in ms (p50 · exp(σ²/2)): open-app 6.35, login 47.76, identity-send 12.70 + 228.7, identity-confirm 18.69,
    // register-card 38.11 + 336.3, balance 10.17, qr-lookup 10.17, pay and cancel 50.82.
    // Registration 698.8, payment 125.3 + 0.03 · 50.82 = 126.8; per admission 0.7 · 698.8 + 0.3 · 126.8 = 527.2 ms.
    const { demand, requestsPerAdmission, workers, admissionsPerSecond, limitedBy } = capacityOf(4, launch);
    expect(demand).toBeCloseTo(0.5272, 3);
    expect(requestsPerAdmission).toBeCloseTo(0.7 * 6 + 0.3 * 5.03, 9);
    expect(workers).toBe(168);
    expect(admissionsPerSecond).toBeCloseTo(168 / demand, 9);
    expect(limitedBy).toBe('nodes');
  });

  it('leaves a quarter free with four nodes at the rate of the launch, none with three, and a third of the need with one', () => {
    const utilisation = (nodes: number): number => ADMISSIONS / capacityOf(nodes, launch).admissionsPerSecond;
    expect(utilisation(4)).toBeCloseTo(0.75, 1.7);
    expect(utilisation(3)).toBeCloseTo(1, 1.7);
    expect(utilisation(1)).toBeGreaterThan(2.9);
  });

  it('stops growing where a dependency is the limit', () => {
    const many = capacityOf(20, launch);
    expect(many.limitedBy).not.toBe('nodes');
    expect(many.admissionsPerSecond).toBe(capacityOf(19, launch).admissionsPerSecond);
  });

  it('knows no dependency for people who only pay', () => {
    expect(capacityOf(20, [{ journey: 'qr-payment', share: 1 }]).limitedBy).toBe('nodes');
  });
});
