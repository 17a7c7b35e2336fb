import { assumed, derived, type SourcedThinkTime } from '../grounds.ts';
import type { OnnuriStep } from './steps.ts';

/**
 * What a person takes before a step, in milliseconds, all lognormal; steps that are not listed follow at once.
 * Two acts in a row are one lognormal through the median and 95 % quantile of their sum, which were found by drawing it
 * a million times (a test draws it again).
 */
export const thinkTimes = {
  login: { kind: 'lognormal', median: 3_000, p95: 10_000, ...assumed('home screen to the tap on log-in') },
  'identity-send': {
    kind: 'lognormal',
    median: 28_100,
    p95: 59_400,
    ...derived('choosing carrier, method and consents (8 s, 95 % 25 s), then typing name, birth date and phone (18 s, 45 s)'),
  },
  'identity-confirm': {
    kind: 'lognormal',
    median: 13_900,
    p95: 49_400,
    ...derived('waiting for the message (6 s, 95 % 40 s), then typing six digits (6 s, 18 s)'),
  },
  'register-card': {
    kind: 'lognormal',
    median: 18_000,
    p95: 45_000,
    ...assumed('typing 16 digits takes as long as name, birth date and phone'),
  },
  'qr-lookup': {
    kind: 'lognormal',
    median: 3_000,
    p95: 10_000,
    ...assumed('holding the camera on the QR takes as long as the tap on log-in'),
  },
  pay: { kind: 'lognormal', median: 3_000, p95: 8_000, ...assumed('typing the six-digit payment PIN') },
  cancel: { kind: 'lognormal', median: 4_000, p95: 20_000, ...assumed('noticing the mistake takes as long as a pause after an error') },
} as const satisfies Partial<Record<OnnuriStep, SourcedThinkTime>>;
