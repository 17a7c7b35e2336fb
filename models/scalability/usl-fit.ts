import { studentQuantileOfTail } from '../distributions/student.ts';
import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';
import { standardErrors } from './fit-errors.ts';
import { levenbergMarquardt } from './levenberg-marquardt.ts';
import { type UslParameters, uslPeakLoad, uslThroughput } from './usl.ts';

export interface UslFitArguments {
  /** Concurrency or nodes of each step, above 0. */
  readonly load: readonly number[];
  /** Throughput measured at each. */
  readonly throughput: readonly number[];
  /** Confidence of the intervals; 0.95 when absent. */
  readonly confidence?: number;
}

type Range = readonly [low: number, high: number];

/** Peak and limit are null when the law has none; a warning says so. */
export interface UslFit extends UslParameters {
  readonly peakLoad: number | null;
  readonly peakThroughput: number | null;
  /** γ/σ, the ceiling without coherency. */
  readonly limit: number | null;
  readonly intervals: { readonly contention: Range; readonly coherency: Range; readonly scale: Range };
  readonly warnings: readonly string[];
}

/**
 * Fits the Universal Scalability Law to measured steps.
 * Used to see whether more workers or nodes still help, and where they begin to hurt.
 *
 *   minimise Σ (X_i − γN_i/(1 + σ(N_i − 1) + κN_i(N_i − 1)))²  with σ, κ, γ ≥ 0;   interval: estimate ± t_{n−3} · standard error
 *
 *   N  load   X  throughput, 1/time   σ  contention   κ  coherency   γ  scale
 *
 * By `levenbergMarquardt` from σ = 0.01, κ = 1e-4, γ = max X/N. The interval takes n − 3 degrees of freedom and both tails; the reference package
 * takes n − 1 and one, and covers 87 % instead of 95. Lower ends are cut at 0.
 * Source: N. Gunther 2007; data and numbers of R `usl`. Valid for: steps past the peak; from steps below half of it the peak is not known (a warning says so).
 * @example uslFit({ load: [1, 2, 4, 8], throughput: [10, 20, 40, 80] }).peakLoad // => null
 */
export function uslFit({ load, throughput, confidence = 0.95 }: UslFitArguments): UslFit {
  requireSteps(load, throughput);
  mustBe.openShare('confidence', confidence);
  const fit = levenbergMarquardt({ evaluate: uslResiduals(load, throughput), start: start(load, throughput), atLeast: [0, 0, 0] });
  const [contention, coherency, scale] = fit.parameters.map((value, i) => (i < 2 ? settle(value, load) : value)) as [
    number,
    number,
    number,
  ];
  const law = { contention, coherency, scale };
  const errors = standardErrors(fit, [contention, coherency, scale], load.length - 3);
  const reach = studentQuantileOfTail((1 - confidence) / 2, load.length - 3);
  const range = (value: number, error: number): Range => [Math.max(0, value - reach * error), value + reach * error];
  const peakLoad = uslPeakLoad(law);
  return {
    ...law,
    peakLoad,
    peakThroughput: peakLoad === null ? null : uslThroughput(law, peakLoad),
    limit: contention === 0 ? null : scale / contention,
    intervals: { contention: range(contention, errors[0]!), coherency: range(coherency, errors[1]!), scale: range(scale, errors[2]!) },
    warnings: warnings(law, peakLoad, load),
  };
}

/** Residuals and derivatives of the law in the order σ, κ, γ. */
function uslResiduals(load: readonly number[], throughput: readonly number[]) {
  return ([contention, coherency, scale]: readonly number[]) => {
    const divisors = load.map((n) => 1 + contention! * (n - 1) + coherency! * n * (n - 1));
    return {
      residuals: load.map((n, i) => throughput[i]! - (scale! * n) / divisors[i]!),
      jacobian: load.map((n, i) => {
        const fall = (scale! * n) / divisors[i]! ** 2;
        return [fall * (n - 1), fall * n * (n - 1), -n / divisors[i]!];
      }),
    };
  };
}

const start = (load: readonly number[], throughput: readonly number[]) => [0.01, 1e-4, Math.max(...throughput.map((x, i) => x / load[i]!))];

/** A parameter whose whole effect on the largest load is below 1e-9 is zero: what is left is rounding, and would make a peak in the millions. */
function settle(value: number, load: readonly number[]): number {
  const largest = Math.max(...load);
  return value * largest * largest < 1e-9 ? 0 : value;
}

function requireSteps(load: readonly number[], throughput: readonly number[]): void {
  if (load.length !== throughput.length) {
    throw new Refusal('out-of-range', `load, throughput: must have as many values each, got ${load.length} and ${throughput.length}`);
  }
  for (const [i, value] of load.entries()) mustBe.positive(`load[${i}]`, value);
  for (const [i, value] of throughput.entries()) mustBe.positive(`throughput[${i}]`, value);
  const levels = new Set(load).size;
  if (levels < 3 || load.length < 4) {
    throw new Refusal(
      'out-of-range',
      `load: must have at least four steps at three levels to fit three parameters with an interval, got ${load.length} at ${levels}`,
    );
  }
}

function warnings({ contention }: UslParameters, peakLoad: number | null, load: readonly number[]): string[] {
  const largest = Math.max(...load);
  const found: string[] = [];
  if (contention === 0) found.push('contention is at its bound 0: throughput has no limit in this fit, and the interval is one-sided');
  if (peakLoad === null) found.push(`coherency is at its bound 0: no peak is seen up to a load of ${largest}; measure higher loads`);
  else if (peakLoad > 1.2 * largest) {
    found.push(
      `the peak at ${Number(peakLoad.toPrecision(3))} is beyond the largest measured load (${largest}) and little better than a guess; measure up to 1.2 times the peak`,
    );
  }
  if (load.length < 6) found.push(`only ${load.length} steps: intervals are wide; six to eight over a wide range are usual`);
  return found;
}
