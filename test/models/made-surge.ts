import type { Budgets, QueueLimits, StepBudget } from '../../models/workload/surge/budget.ts';
import type { RunConfiguration } from '../../models/workload/surge/run-configuration.ts';
import type { Step, Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';
import { STEPS } from './measurement/lines.ts';

const TITLES: Readonly<Record<string, string>> = { pay: 'Pay', 'register-card': 'Register a card', 'queue-join': 'Join the queue' };
const ROOM = ['queue-join', 'queue-poll', 'queue-leave'];
const RARE = ['queue-poll', 'queue-leave', 'cancel'];

/** A step of the voucher app that the tests rehearse. */
const step = (name: string): Step => ({
  ...{ name, title: TITLES[name] ?? name, room: ROOM.includes(name), rare: RARE.includes(name) },
  tags: name === 'pay' ? { issuer: ['KB', 'BC'] } : {},
});

/** Half of the people register a card, half pay. */
export const surge: Surge = {
  ...{ name: 'onnuri-launch', title: 'Launch', story: '' },
  lanes: [
    { name: 'register', cost: 5 },
    { name: 'payment', cost: 1 },
  ],
  journeys: [
    { name: 'register-card', title: 'Register', share: 0.5, lane: 'register' },
    { name: 'qr-payment', title: 'Pay at a shop', share: 0.5, lane: 'payment' },
  ],
  steps: STEPS.map(step),
  ...{ demand: null, facts: {}, assumed: [] },
};

/** The same without a waiting room. */
export const openSurge: Surge = {
  ...surge,
  lanes: [],
  journeys: surge.journeys.map((journey) => ({ ...journey, lane: null })),
  steps: surge.steps.filter(({ room }) => !room),
};

/** One VU, a hundred people a second for a minute. */
export const profile: SurgeProfile = {
  ...{ description: '', arrivalSeconds: 60, drainSeconds: 0, arrivals: { shape: 'constant', rate: 100 }, evenSpacing: false },
  ...{ phases: [{ name: 'surge', from: 0, judged: true }], hosts: 1, clientTimeout: 10_000 },
  retry: { probability: 0, maxRetries: 0, quickRetries: 0, quickLow: 0, quickHigh: 0, slowMedian: 0, slowP95: 0 },
  ...{ impatienceMedian: 600_000, thinkScale: 1, service: { nodes: 1, admissionTokens: 100_000, doorsOpenAfter: 0 } },
};

export const budget: StepBudget = {
  ...{ p50: 300, p95: 1_000, p99: 3_000, errorShare: 0.01, stretch: 10_000, burst: 5_000, minSamples: 200 },
  ...{ source: 'test', kind: 'assumed' },
};
export const limits: QueueLimits = {
  ...{ maxInversionShare: 0.001, minKendallTau: 0.999, maxLostPlaces: 0, maxAbandonedShare: 0.05, maxAnnouncedError: 0.3 },
  ...{ minAnnouncedShare: 0.9, announcedGraceSeconds: 1, source: 'test', kind: 'assumed' },
};

/** The same budget for each of some steps. */
export const budgetsOf = (names: readonly string[], over: Partial<StepBudget> = {}): Budgets => ({
  steps: Object.fromEntries(names.map((name) => [name, { ...budget, ...over }])),
  journeys: {},
});

export const configuration: RunConfiguration = { surge, profileName: 'smoke', profile, budgets: budgetsOf(STEPS), queue: limits };
