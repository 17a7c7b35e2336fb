import { createFold, type Fold } from '../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { isLineProblem, type LineProblem } from '../../../models/measurement/lines/parse-line.ts';
import { bucketOf, encodeCells } from '../../../models/workload/log/histogram.ts';
import type {
  Cells,
  EndLine,
  HeadLine,
  MeasurementLine,
  Seal,
  SealedLine,
  SecondLine,
  Variant,
} from '../../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../../models/workload/log/outcome.ts';
import { withSum } from '../../../models/workload/log/seal.ts';
import { lineDigest } from '../../../scripts/run-folder/line-digest.ts';

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
    version: 3,
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
  const counts = new Map<number, number>();
  for (const bucket of times.map(bucketOf)) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return encodeCells(counts);
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

/** The lines as a log has them: each VU numbers its own, in the given order. */
export function numbered(lines: readonly MeasurementLine[], run = SEAL.run): SealedLine[] {
  const written = new Map<number, number>();
  return lines.map((line) => {
    const seq = written.get(line.vu) ?? 0;
    written.set(line.vu, seq + 1);
    return { ...line, run, seq };
  });
}

/** Fields as text with the checksum that fits. */
export const summed = (fields: object): string => withSum(JSON.stringify(fields), lineDigest);

/** What a line carries that is the only one of its VU. */
export const SEAL: Seal = { run: '0a1b2c3d', seq: 0 };

/** The line as text, the way k6 prints it. */
export const printed = (line: MeasurementLine | SealedLine): string => summed('seq' in line ? line : { ...line, ...SEAL });

/** A text that is no line. */
export const problem = (text: string, over: Partial<LineProblem> = {}): LineProblem => ({
  ...{ problem: text, refused: false, torn: false, vu: null, second: null },
  ...over,
});

const isSealed = (line: MeasurementLine | SealedLine): line is SealedLine => 'seq' in line;

/** A fold that numbers the lines of each VU as they come, unless they have a number. */
export function reading(): Pick<Fold, 'latest' | 'result'> & { put(line: MeasurementLine | LineProblem): void } {
  const fold = createFold();
  const written = new Map<number, number>();
  return {
    latest: fold.latest,
    result: fold.result,
    put(line) {
      if (isLineProblem(line) || isSealed(line)) return fold.add(line);
      const seq = written.get(line.vu) ?? 0;
      written.set(line.vu, seq + 1);
      fold.add({ ...SEAL, ...line, seq });
    },
  };
}

/** The run that these lines tell. */
export function foldOf(lines: readonly (MeasurementLine | LineProblem)[]): FoldedRun {
  const { put, result } = reading();
  for (const line of lines) put(line);
  return result();
}
