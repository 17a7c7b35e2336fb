import type { RetryPolicy, Surge } from '../../models/workload/surge/surge.ts';

const humanRetry: RetryPolicy = {
  probability: 0.75,
  maxRetries: 5,
  quickRetries: 2,
  quickLow: 500,
  quickHigh: 2_000,
  slowMedian: 10_000,
  slowP95: 30_000,
};

/** The launch of a merged voucher app: doors open, 40,000 people stand in line, most must log in anew and register a card. */
export const onnuriLaunch: Surge = {
  name: 'onnuri-launch',
  title: 'Digital Onnuri launch',
  story: 'Doors open after two weeks of closure; tens of thousands queue, most must verify their identity and register a card again.',
  lanes: [
    { name: 'register', cost: 5 },
    { name: 'payment', cost: 1 },
  ],
  mix: [
    { journey: 'register-card', share: 0.7, lane: 'register' },
    { journey: 'qr-payment', share: 0.3, lane: 'payment' },
  ],
  facts: {
    waiting: { value: 40_000, unit: 'people', source: 'press reports of the launch on 2025-03-01', kind: 'stated' },
    reRegister: { value: 0.7, unit: 'share of arrivals', source: 'two legacy populations migrate; share assumed', kind: 'assumed' },
  },
  profiles: {
    smoke: {
      description: 'half a minute, a few hundred people: does everything work?',
      arrivalSeconds: 15,
      drainSeconds: 25,
      arrivals: {
        shape: 'sum',
        of: [
          { shape: 'constant', rate: 5 },
          { shape: 'step-decay', at: 4, peak: 40, hold: 4, halfLife: 2 },
        ],
      },
      evenSpacing: false,
      phases: [
        { name: 'warm-up', from: 0, judged: false },
        { name: 'surge', from: 4, judged: true },
        { name: 'drain', from: 15, judged: false },
      ],
      hosts: 2,
      clientTimeout: 10_000,
      retry: humanRetry,
      impatienceMedian: 3_600_000,
      thinkScale: 0.05,
      admissionTokens: 120,
      nodes: 4,
    },
    lab: {
      description: '40,000 people waiting at once on a two-core machine, under five minutes',
      arrivalSeconds: 170,
      drainSeconds: 115,
      arrivals: {
        shape: 'sum',
        of: [
          { shape: 'constant', rate: 6 },
          { shape: 'step-decay', at: 10, peak: 2_000, hold: 19, halfLife: 2 },
        ],
      },
      evenSpacing: false,
      phases: [
        { name: 'warm-up', from: 0, judged: false },
        { name: 'surge', from: 10, judged: true },
        { name: 'drain', from: 225, judged: false },
      ],
      hosts: 4,
      clientTimeout: 10_000,
      retry: humanRetry,
      impatienceMedian: 3_600_000,
      thinkScale: 0.2,
      doorsOpenAfter: 32,
      admissionTokens: 836,
      nodes: 4,
    },
    full: {
      description: 'the event at its own speed: 200 arrivals a second at the peak, two hours',
      arrivalSeconds: 10_800,
      drainSeconds: 1_800,
      arrivals: {
        shape: 'piecewise',
        points: [
          [0, 60],
          [1_800, 20],
          [3_600, 20],
          [7_200, 200],
          [7_800, 200],
          [9_000, 60],
          [10_800, 60],
        ],
      },
      evenSpacing: false,
      phases: [
        { name: 'warm-up', from: 0, judged: false },
        { name: 'steady', from: 300, judged: true },
        { name: 'surge', from: 3_600, judged: true },
        { name: 'drain', from: 10_800, judged: false },
      ],
      hosts: 8,
      clientTimeout: 10_000,
      retry: humanRetry,
      impatienceMedian: 3_600_000,
      thinkScale: 1,
      admissionTokens: 315,
      nodes: 4,
    },
  },
};
