import type { Cells, EndLine, HeadLine, MeasurementLine, SecondLine, Variant } from '../../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../../models/workload/log/outcome.ts';
import { createRecorder } from '../../../models/workload/log/recorder.ts';

/** Steps of a voucher app; their places are the indices of samples. */
export const STEPS: readonly string[] = [
  ...['queue-join', 'queue-poll', 'open-app', 'login', 'identity-send', 'identity-confirm'],
  ...['register-card', 'balance', 'qr-lookup', 'pay', 'cancel', 'queue-leave'],
];
const JOURNEYS: readonly string[] = ['register-card', 'qr-payment'];
const VARIANTS: readonly Variant[] = [
  ['pay', 'issuer', 'KB'],
  ['pay', 'issuer', 'BC'],
];

/** Builders of measurement lines for tests: every field has a quiet default. */
export const nobody = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };

export function head(over: Partial<HeadLine> = {}): HeadLine {
  return {
    surgeproof: 'head',
    version: 2,
    vu: 1,
    surge: 'onnuri-launch',
    profile: 'smoke',
    seed: 7,
    startedAt: 1_795_000_000_000,
    steps: [...STEPS],
    journeys: [...JOURNEYS],
    variants: [...VARIANTS],
    outcomes: [...OUTCOMES],
    phases: [
      { name: 'warm-up', from: 0, judged: false },
      { name: 'surge', from: 4, judged: true },
    ],
    lanes: ['register', 'payment'],
    ...over,
  };
}

export function second(over: Partial<SecondLine> = {}): SecondLine {
  return { surgeproof: 'second', vu: 1, second: 0, scheduled: 0, started: 0, users: nobody, samples: [], ...over };
}

export function end(over: Partial<EndLine> = {}): EndLine {
  return { surgeproof: 'end', vu: 1, second: 1, users: nobody, reason: 'complete', ...over };
}

export function cellsOf(times: readonly number[]): Cells {
  const recorder = createRecorder();
  for (const ms of times) recorder.record(ms);
  return recorder.take();
}

type Sample = SecondLine['samples'][number];
type SampleOptions = { readonly outcome?: (typeof OUTCOMES)[number]; readonly phase?: number; readonly clock?: 0 | 1 };

/** Samples of one step as the log carries them; response clock, `ok`, judged phase unless said otherwise. */
export const sample = (step: string, times: readonly number[], options: SampleOptions = {}): Sample =>
  sampleAt(STEPS.indexOf(step), times, options);

/** Samples of a whole journey. */
export const journeySample = (journey: string, times: readonly number[], options: SampleOptions = {}): Sample =>
  sampleAt(STEPS.length + JOURNEYS.indexOf(journey), times, options);

/** Samples of the variant at a place of the list. */
export const variantSample = (place: number, times: readonly number[], options: SampleOptions = {}): Sample =>
  sampleAt(STEPS.length + JOURNEYS.length + place, times, options);

const sampleAt = (index: number, times: readonly number[], { outcome = 'ok', phase = 1, clock = 1 }: SampleOptions): Sample => [
  index,
  OUTCOMES.indexOf(outcome),
  phase,
  clock,
  cellsOf(times),
];

/** The line as text, the way k6 prints it. */
export const printed = (line: MeasurementLine): string => JSON.stringify(line);
