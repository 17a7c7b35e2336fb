/** A queue whose state is the number of people in it; states above the last are cut off. */
export interface ForwardChain {
  /** λ(t), 1/time. */
  readonly arrivalRate: (t: number) => number;
  /** μ, 1/time, of each busy server. */
  readonly serviceRate: number;
}

/** A stretch of time with a constant number of servers. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly servers: number;
}

/** Looks at the arrival rate within a stretch. */
const PROBES = 16;

/** Steps are this many mean event times at most: the fourth-order error is then below 1e-5 and the method stable (limit 2.78). */
const EVENTS_PER_STEP = 0.5;

/**
 * Carries the probabilities of the number in an Mt/M/s queue through a time with constant s, in place, by Runge–Kutta of fourth order.
 * Used as the exact solution behind time-varying staffing.
 *
 *   p'_k = λ(t)(p_{k−1} − p_k) + min(k + 1, s)μ p_{k+1} − min(k, s)μ p_k
 *
 * `after` is called with the time at the end of every step. Source: Kolmogorov forward equations.
 * @example carryForward(Float64Array.of(1, 0), { arrivalRate: () => 0, serviceRate: 1 }, { from: 0, until: 1, servers: 1 }, () => {}) // => undefined
 */
export function carryForward(
  probabilities: Float64Array,
  { arrivalRate, serviceRate }: ForwardChain,
  shift: Stretch,
  after: (t: number) => void,
): void {
  const { from, until, servers } = shift;
  const steps = stepsOf({ arrivalRate, serviceRate }, shift);
  const step = (until - from) / steps;
  const size = probabilities.length;
  const [k1, k2, k3, k4, trial] = Array.from({ length: 5 }, () => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const down = Float64Array.from({ length: size + 1 }, (_, k) => (k < size ? Math.min(k, servers) * serviceRate : 0));
  for (let i = 0; i < steps; i++) {
    const t = from + i * step;
    const [begin, middle, end] = [arrivalRate(t), arrivalRate(t + step / 2), arrivalRate(t + step)];
    slopes(probabilities, begin, down, k1);
    move(probabilities, k1, step / 2, trial);
    slopes(trial, middle, down, k2);
    move(probabilities, k2, step / 2, trial);
    slopes(trial, middle, down, k3);
    move(probabilities, k3, step, trial);
    slopes(trial, end, down, k4);
    for (let k = 0; k < size; k++) probabilities[k]! += (step / 6) * (k1[k]! + 2 * (k2[k]! + k3[k]!) + k4[k]!);
    after(t + step);
  }
}

/**
 * Number of steps a stretch takes, by the fastest rate in it.
 * @example stepsOf({ arrivalRate: () => 1, serviceRate: 1 }, { from: 0, until: 1, servers: 1 }) // => 4
 */
export function stepsOf({ arrivalRate, serviceRate }: ForwardChain, { from, until, servers }: Stretch): number {
  const rates = Array.from({ length: PROBES + 1 }, (_, i) => arrivalRate(from + ((until - from) * i) / PROBES));
  return Math.max(1, Math.ceil(((until - from) * (Math.max(...rates) + servers * serviceRate)) / EVENTS_PER_STEP));
}

/** p' of every state; the last state takes no arrivals, so that the sum stays one. */
function slopes(p: Float64Array, arrival: number, down: Float64Array, into: Float64Array): void {
  const last = p.length - 1;
  let fromBelow = 0;
  for (let k = 0; k < last; k++) {
    const up = arrival * p[k]!;
    into[k] = fromBelow - up - down[k]! * p[k]! + down[k + 1]! * p[k + 1]!;
    fromBelow = up;
  }
  into[last] = fromBelow - down[last]! * p[last]!;
}

function move(p: Float64Array, slope: Float64Array, step: number, into: Float64Array): void {
  for (let k = 0; k < p.length; k++) into[k] = p[k]! + step * slope[k]!;
}
