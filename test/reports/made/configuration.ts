import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import type { Made } from './run.ts';
import { madeSteps } from './steps.ts';

/** What was in force in a made-up run. */
export function madeConfiguration(made: Made): RunConfiguration {
  const steps = madeSteps(made);
  const lane = (name: string): string | null => (made.room ? name : null);
  return {
    surge: {
      ...{ name: 'spring-sale', title: 'Spring sale', story: 'A card is registered and used on the first day of the sale.', demand: null },
      lanes: made.room
        ? [
            { name: 'registration', cost: 5 },
            { name: 'payment', cost: 1 },
          ]
        : [],
      journeys: [
        { name: 'register', title: 'Register a card', share: 0.7, lane: lane('registration') },
        { name: 'pay', title: 'Pay by QR', share: 0.3, lane: lane('payment') },
      ],
      steps: steps.map(({ step }) => step),
      facts: { waiting: { value: 40_000, unit: 'people', source: 'press reports', kind: 'stated' } },
      assumed: [
        { path: 'steps.pay.p50', value: '250 ms' },
        { path: 'profiles.lab.drain', value: '50 s' },
      ],
    },
    profileName: 'lab',
    profile: {
      ...{ description: 'The whole surge on one machine', arrivalSeconds: Math.max(1, Math.round(made.seconds * 0.8)), drainSeconds: 50 },
      ...{
        arrivals: { shape: 'constant', rate: 100 },
        evenSpacing: false,
        hosts: 8,
        clientTimeout: 10_000,
        impatienceMedian: 600_000,
        thinkScale: 1,
      },
      phases: [
        { name: 'warm-up', from: 0, judged: false },
        { name: 'surge', from: 0.05 * made.seconds, judged: true },
        { name: 'drain', from: 0.83 * made.seconds, judged: false },
      ],
      retry: { probability: 0.5, maxRetries: 3, quickRetries: 1, quickLow: 200, quickHigh: 500, slowMedian: 5_000, slowP95: 20_000 },
      service: made.room ? { nodes: made.collapses ? 1 : 4, admissionTokens: 450, doorsOpenAfter: 0 } : null,
    },
    budgets: {
      steps: Object.fromEntries(steps.map(({ step, budget }) => [step.name, budget])),
      journeys: { register: { p50: null, p95: 600_000, p99: null, servedShare: 0.9 } },
    },
    queue: made.room
      ? {
          ...{ maxInversionShare: 0.001, minKendallTau: 0.999, maxLostPlaces: 0, maxAbandonedShare: 0.05, maxAnnouncedError: 0.3 },
          ...{ minAnnouncedShare: 0.9, announcedGraceSeconds: 5, source: 'table of budgets', kind: 'assumed' },
        }
      : null,
  };
}
