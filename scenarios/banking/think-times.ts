import { assumed, type SourcedThinkTime } from '../grounds.ts';

/** What a person takes before a step, in milliseconds, all lognormal. */
export const thinkTimes = {
  login: { kind: 'lognormal', median: 3_000, p95: 10_000, ...assumed('open the app, tap log-in, six digits') },
  identity: { kind: 'lognormal', median: 12_000, p95: 40_000, ...assumed('push to the phone, PIN or finger, and back') },
  code: { kind: 'lognormal', median: 10_000, p95: 30_000, ...assumed('open the token, read the code, type it') },
  transfer: { kind: 'lognormal', median: 8_000, p95: 25_000, ...assumed('receiver and amount, and one more look') },
  retry: { kind: 'lognormal', median: 4_000, p95: 20_000, ...assumed('a pause after a refusal') },
} as const satisfies Readonly<Record<string, SourcedThinkTime>>;
