import type { Surge, SurgeProfile } from '../../models/workload/surge/surge.ts';

const seconds: SurgeProfile = {
  description: 'ten seconds of even traffic: does every step answer at all?',
  arrivalSeconds: 10,
  drainSeconds: 15,
  arrivals: { shape: 'constant', rate: 20 },
  evenSpacing: true,
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'steady', from: 1, judged: true },
  ],
  hosts: 1,
  clientTimeout: 10_000,
  retry: { probability: 0.75, maxRetries: 2, quickRetries: 2, quickLow: 200, quickHigh: 500, slowMedian: 1_000, slowP95: 2_000 },
  impatienceMedian: 600_000,
  thinkScale: 0.02,
  admissionTokens: 400,
  nodes: 1,
};

/** The smallest run that touches every step: for CI and for a first look. */
export const smoke: Surge = {
  name: 'smoke',
  title: 'Smoke',
  story: 'A few people use every part of the service once.',
  lanes: [
    { name: 'register', cost: 5 },
    { name: 'payment', cost: 1 },
  ],
  mix: [
    { journey: 'register-card', share: 0.5, lane: 'register' },
    { journey: 'qr-payment', share: 0.5, lane: 'payment' },
  ],
  facts: {},
  profiles: {
    smoke: seconds,
    lab: { ...seconds, description: 'half a minute of even traffic', arrivalSeconds: 30 },
    full: { ...seconds, description: 'two minutes of even traffic', arrivalSeconds: 120 },
  },
};
