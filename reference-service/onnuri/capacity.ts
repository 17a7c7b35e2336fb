import { CANCELLED_SHARE } from '../../models/people/merchant.ts';
import type { JourneyShare } from '../../models/workload/surge/surge.ts';
import { lognormalMean } from '../shared/lognormal.ts';
import { type AppStep, DEPENDENCY_TIMES, NODE, SERVICE_TIMES, type ServiceTime } from './service-times.ts';

/** What the simulated nodes can do at most for a mix of journeys, by arithmetic on the table of service times. */
export interface Capacity {
  readonly workers: number;
  /** Requests to app nodes an admission leads to. */
  readonly requestsPerAdmission: number;
  /** Service demand: seconds a worker is held per admission, dependencies included. */
  readonly demand: number;
  /** Admissions per second at which the first resource is busy all the time, and which one that is. */
  readonly admissionsPerSecond: number;
  readonly limitedBy: 'nodes' | 'bank' | 'carrier';
}

type Mix = readonly Pick<JourneyShare, 'journey' | 'share'>[];

/** Share of the largest carrier among the synthetic people: the first one that becomes a limit. */
const LARGEST_CARRIER = 0.4;

/** Requests per journey, retries left out. */
const REQUESTS: Readonly<Record<JourneyShare['journey'], Partial<Record<AppStep, number>>>> = {
  'register-card': { 'open-app': 1, login: 1, 'identity-send': 1, 'identity-confirm': 1, 'register-card': 1, balance: 1 },
  'qr-payment': { 'open-app': 1, login: 1, balance: 1, 'qr-lookup': 1, pay: 1, cancel: CANCELLED_SHARE },
};

const meanSeconds = (time: ServiceTime): number => lognormalMean({ p50: time.p50.value, p99: time.p99.value }) / 1_000;

/** Mean requests of a step per admission. */
function requestsOf(step: AppStep, mix: Mix): number {
  return mix.reduce((sum, { journey, share }) => sum + share * (REQUESTS[journey][step] ?? 0), 0);
}

/**
 * The true capacity of `nodes` app nodes for a mix of journeys:
 *
 *   X = c / D,  D = Σ_steps n_s · (S_s + S_dependency),  c = nodes · workers per node
 *
 * with the smaller of that and what the dependencies allow, concurrency / (requests per admission · S).
 * Means of the table; retries and the millisecond of real work per request are left out, so it is an upper bound.
 */
export function capacityOf(nodes: number, mix: Mix): Capacity {
  const { carrier, bank } = DEPENDENCY_TIMES;
  const steps = Object.keys(SERVICE_TIMES) as AppStep[];
  const held = { 'identity-send': meanSeconds(carrier), 'register-card': meanSeconds(bank) } as Partial<Record<AppStep, number>>;
  const requestsPerAdmission = steps.reduce((sum, step) => sum + requestsOf(step, mix), 0);
  const demand = steps.reduce((sum, step) => sum + requestsOf(step, mix) * (meanSeconds(SERVICE_TIMES[step]) + (held[step] ?? 0)), 0);
  const workers = nodes * NODE.workers.value;
  const limits = [
    { limitedBy: 'nodes', rate: workers / demand },
    { limitedBy: 'bank', rate: bank.concurrency.value / (requestsOf('register-card', mix) * meanSeconds(bank)) },
    { limitedBy: 'carrier', rate: carrier.concurrency.value / (requestsOf('identity-send', mix) * LARGEST_CARRIER * meanSeconds(carrier)) },
  ] as const;
  const first = limits.reduce((least, limit) => (limit.rate < least.rate ? limit : least));
  return { workers, requestsPerAdmission, demand, admissionsPerSecond: first.rate, limitedBy: first.limitedBy };
}
