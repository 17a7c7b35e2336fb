import { assumed, type SourcedThinkTime } from '../grounds.ts';
import type { CheongyakStep } from './steps.ts';

/** What a person takes before a step, in milliseconds, all lognormal; steps that are not listed follow at once. `password`: once more. */
export const thinkTimes = {
  login: {
    kind: 'lognormal',
    median: 15_000,
    p95: 40_000,
    ...assumed('choosing where the certificate lies, which one, and typing its password'),
  },
  password: { kind: 'lognormal', median: 5_000, p95: 15_000, ...assumed('typing a password again after the client said that it is wrong') },
  eligibility: { kind: 'lognormal', median: 8_000, p95: 25_000, ...assumed('consents and the choice of the supply type') },
  'fill-in': { kind: 'lognormal', median: 120_000, p95: 360_000, ...assumed('household, points, type of home, address') },
  sign: { kind: 'lognormal', median: 15_000, p95: 40_000, ...assumed('reading once more, and the password of the certificate') },
  'see-receipt': { kind: 'lognormal', median: 3_000, p95: 10_000, ...assumed('as long as the tap on log-in') },
} as const satisfies Partial<Record<CheongyakStep | 'password', SourcedThinkTime>>;
