import { assumed, type SourcedThinkTime } from '../grounds.ts';
import type { IdentityStep } from './steps.ts';

/** What a person takes before a step, in milliseconds, all lognormal; steps that are not listed follow at once. */
export const thinkTimes = {
  methods: { kind: 'lognormal', median: 3_000, p95: 10_000, ...assumed('opening the app, tap on log-in') },
  send: { kind: 'lognormal', median: 26_000, p95: 60_000, ...assumed('method, carrier and consents, then name, birth date and number') },
  phone: { kind: 'lognormal', median: 3_000, p95: 8_000, ...assumed('between two looks at the phone') },
  approve: { kind: 'lognormal', median: 12_000, p95: 40_000, ...assumed('push, PIN or finger, back to the window') },
  confirm: { kind: 'lognormal', median: 6_000, p95: 18_000, ...assumed('typing six digits') },
  'report-failure': { kind: 'lognormal', median: 8_000, p95: 25_000, ...assumed('until a person sees that it does not work') },
  fail: { kind: 'lognormal', median: 4_000, p95: 20_000, ...assumed('the pause after an error') },
} as const satisfies Partial<Record<IdentityStep, SourcedThinkTime>>;
