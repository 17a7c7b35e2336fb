import { Refusal } from '../../refusal.ts';
import { type UslFit, uslFit } from '../../scalability/usl-fit.ts';
import { average } from '../steps/batches.ts';
import type { SteadyStep } from '../steps/steady-step.ts';

/** Another explanation of the same steps: a mean response at each rate, and the rate at which nothing more goes. */
export interface RivalLaw {
  /** Per node; null where the law has no limit. */
  readonly saturationRate: number | null;
  /** Mean response of some nodes at an arrival rate per node, seconds; null beyond saturation. */
  readonly meanResponse: (rate: number, nodes: number) => number | null;
  readonly parameters: number;
  readonly values: Readonly<Record<string, number>>;
}

const perNode = (step: SteadyStep) => step.rate / step.step.nodes;

/**
 * The scalability law over load: concurrency N = λR of each step (Little) against its throughput.
 *
 *   X(N) = γN/(1 + σ(N − 1) + κN(N − 1)) = λ, solved for the smaller N;   R = N/λ
 *
 * null when there are too few steps for three parameters, or the fit does not settle. Source: N. Gunther 2007. Valid for: steps up to the
 * knee; an open test carries little information beyond it.
 */
export function uslOverLoad(steps: readonly SteadyStep[]): RivalLaw | null {
  if (new Set(steps.map(perNode)).size < 4) return null;
  const fit = settledFit(steps);
  if (fit === null) return null;
  const { contention, coherency, scale } = fit;
  const meanResponse = (rate: number): number | null => {
    const [a, b, c] = [coherency, contention - coherency - scale / rate, 1 - contention];
    const root = b * b - 4 * a * c;
    if (b >= 0 || root < 0) return null;
    return (2 * c) / (-b + Math.sqrt(root)) / rate;
  };
  return { saturationRate: fit.peakThroughput ?? fit.limit, meanResponse, parameters: 3, values: { contention, coherency, scale } };
}

function settledFit(steps: readonly SteadyStep[]): UslFit | null {
  try {
    return uslFit({ load: steps.map((step) => perNode(step) * step.histogram.mean), throughput: steps.map(perNode) });
  } catch (error) {
    // Steps without any wait lie on a line, of which the law has no parameters.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The demand law: utilisation grows in proportion to throughput, U = u₀ + λD; the response of one processor shared by all.
 *
 *   λ_max = (1 − u₀)/D,   R = R₀/(1 − U)
 *
 * u₀ and D by least squares, R₀ as the geometric mean of R(1 − U). null unless three steps have a utilisation and it grows.
 * Source: utilisation law; processor sharing. Valid for: one resource that is the bottleneck throughout.
 */
export function demandLaw(steps: readonly SteadyStep[]): RivalLaw | null {
  const known = steps.flatMap((step) =>
    step.step.utilisation === null ? [] : [{ rate: perNode(step), busy: step.step.utilisation, mean: step.histogram.mean }],
  );
  if (known.length < 3) return null;
  const [rate, busy] = [average(known.map((one) => one.rate)), average(known.map((one) => one.busy))];
  const slope =
    known.reduce((sum, one) => sum + (one.rate - rate) * (one.busy - busy), 0) /
    known.reduce((sum, one) => sum + (one.rate - rate) ** 2, 0);
  if (!(slope > 0)) return null;
  const background = busy - slope * rate;
  const utilisation = (at: number) => background + slope * at;
  const base = Math.exp(average(known.map((one) => Math.log(one.mean * Math.max(0.01, 1 - utilisation(one.rate))))));
  return {
    saturationRate: (1 - background) / slope,
    meanResponse: (at) => (utilisation(at) < 1 ? base / (1 - utilisation(at)) : null),
    parameters: 3,
    values: { demand: slope, background, base },
  };
}
