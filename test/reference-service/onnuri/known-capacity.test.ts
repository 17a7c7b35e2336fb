import { describe, expect, it } from 'vitest';
import { type AppStep, DEPENDENCY_TIMES, NODE, SERVICE_TIMES } from '../../../reference-service/onnuri/service-times.ts';
import { lognormalMean } from '../../../reference-service/shared/simulation/lognormal.ts';
import type { ServiceTime } from '../../../reference-service/shared/simulation/service-time.ts';

/** Requests to app nodes one person makes on average, retries left out. */
type Requests = Readonly<Partial<Record<AppStep, number>>>;

/** The launch: 70 % register a card, 30 % pay, and 3 % of those cancel. */
const LAUNCH: Requests = {
  'open-app': 1,
  login: 1,
  balance: 1,
  'identity-send': 0.7,
  'identity-confirm': 0.7,
  'register-card': 0.7,
  'qr-lookup': 0.3,
  pay: 0.3,
  cancel: 0.009,
};

/** Admissions a second the nodes are laid out for: a little above the lab profile's 836 tokens / (0.7 · 5 + 0.3 · 1) = 220. */
const ADMISSIONS = 240;

const meanSeconds = ({ p50, p99 }: ServiceTime): number => lognormalMean({ p50: p50.value, p99: p99.value }) / 1_000;

/** Seconds a worker is held per admission, dependencies included: sum of n · (S + S of the dependency). */
function demandOf(requests: Requests): number {
  const held: Requests = { 'identity-send': meanSeconds(DEPENDENCY_TIMES.carrier), 'register-card': meanSeconds(DEPENDENCY_TIMES.bank) };
  const steps = Object.keys(requests) as AppStep[];
  return steps.reduce((sum, step) => sum + (requests[step] ?? 0) * (meanSeconds(SERVICE_TIMES[step]) + (held[step] ?? 0)), 0);
}

describe('the capacity of the simulated nodes', () => {
  it('is the table added up by hand', () => {
    // Means in ms (p50 · exp(σ²/2)): open-app 6.35, login 47.76, identity-send 12.70 + 228.7, identity-confirm 18.69,
    // register-card 38.11 + 336.3, balance 10.17, qr-lookup 10.17, pay and cancel 50.82.
    // Registration 698.8, payment 125.3 + 0.03 · 50.82 = 126.8; per admission 0.7 · 698.8 + 0.3 · 126.8 = 527.2 ms.
    expect(demandOf(LAUNCH)).toBeCloseTo(0.5272, 3);
  });

  it('leaves a quarter free with four nodes at the rate of the launch, none with three, and a third of the need with one', () => {
    const utilisation = (nodes: number): number => (ADMISSIONS * demandOf(LAUNCH)) / (nodes * NODE.workers.value);
    expect(utilisation(4)).toBeCloseTo(0.75, 1.7);
    expect(utilisation(3)).toBeCloseTo(1, 1.7);
    expect(utilisation(1)).toBeGreaterThan(2.9);
  });

  it('is not held up by the dependencies at that rate', () => {
    const { carrier, bank } = DEPENDENCY_TIMES;
    // The largest carrier has 40 % of the synthetic people.
    expect((ADMISSIONS * 0.7 * 0.4 * meanSeconds(carrier)) / carrier.concurrency.value).toBeLessThan(0.5);
    expect((ADMISSIONS * 0.7 * meanSeconds(bank)) / bank.concurrency.value).toBeLessThan(0.5);
  });
});
