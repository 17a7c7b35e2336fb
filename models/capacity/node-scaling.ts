import { smallestOf } from '../numeric/smallest-of.ts';
import { uslThroughput } from '../scalability/usl.ts';
import { uslFit } from '../scalability/usl-fit.ts';
import { type SharedStation, sharedThroughput } from './laws/shared-station.ts';
import type { SaturatedStep } from './steps/saturated-step.ts';

/** Growth of the throughput with the number of nodes. */
export interface NodeScaling {
  readonly kind: 'adds up' | 'scalability law' | 'shared limit';
  readonly contention: number;
  readonly coherency: number;
  /** What all nodes share, where it limits them. */
  readonly shared: SharedStation | null;
  /** False where the other law explains the steps as well. */
  readonly certain: boolean;
  /** False when fewer than two numbers of nodes were saturated; nodes are then taken to add up. */
  readonly levels: boolean;
}

/** What else of the ladder the scaling needs. */
export interface ScalingContext {
  /** Mean response of the calmest step, seconds. */
  readonly serviceTime: number;
  /** Highest rate that was answered without a growing queue: no limit lies below it. */
  readonly answered: number;
}

/** Squared deviations by which a law must be better than nodes that add up, a parameter: three standard deviations. */
const BETTER = 9;
/** Difference of AIC above which one law explains steps better than another. */
const CLEAR = 4;
const STEPS = 40;

interface Candidate extends Omit<NodeScaling, 'certain' | 'levels'> {
  readonly misfit: number;
  readonly parameters: number;
}

/**
 * Law of the throughput over nodes, from steps that were driven past saturation: there alone throughput is what the nodes can do.
 *
 *   adds up X(n) = nx · scalability law X(n) = nx/(1 + σ(n − 1) + κn(n − 1)) · shared limit X(n) = `sharedThroughput` of n nodes
 *
 * The smallest Σ ln²(X/X̂)/var + 2k; nodes add up unless another law is better by three standard deviations a parameter. Of laws that explain two
 * numbers of nodes alike the shared limit is taken, which promises less of a third, and `certain` is false. κ needs four steps at three numbers of nodes.
 */
export function nodeScaling(saturated: readonly SaturatedStep[], context: ScalingContext): NodeScaling {
  const addsUp = contentionLaw(saturated, 0, 0, 1);
  if (levelsOf(saturated) < 2) return { ...scalingOf(addsUp, false), levels: false };
  const [contended, shared] = [bestContention(saturated), sharedLimit(saturated, context)];
  const score = ({ misfit, parameters }: Candidate) => misfit + 2 * parameters;
  // A throughput that falls beyond the nodes that were measured is claimed only where it is clear: coherency bends to whatever a limit does.
  const best = score(shared) <= score(contended) + (contended.coherency > 0 ? CLEAR : TIE) ? shared : contended;
  if (addsUp.misfit - best.misfit <= BETTER * (best.parameters - 1)) return scalingOf(addsUp, true);
  return scalingOf(best, Math.abs(score(shared) - score(contended)) > CLEAR);
}

const TIE = 0.5;

/** The same law from steps that were measured once more. */
export function sameScaling(scaling: NodeScaling, saturated: readonly SaturatedStep[], context: ScalingContext): NodeScaling {
  if (scaling.kind === 'adds up') return scaling;
  if (scaling.kind === 'shared limit') return scalingOf(sharedLimit(saturated, context), scaling.certain);
  // A law without coherency stays so: what resamples find of it between a few numbers of nodes is noise that grows with the square of the nodes.
  return scalingOf(scaling.coherency === 0 ? contentionOnly(saturated) : bestContention(saturated), scaling.certain);
}

const scalingOf = ({ kind, contention, coherency, shared }: Candidate, certain: boolean): NodeScaling => ({
  kind,
  contention,
  coherency,
  shared,
  certain,
  levels: true,
});

const levelsOf = (saturated: readonly SaturatedStep[]) => new Set(saturated.map((one) => one.nodes)).size;

function contentionOnly(saturated: readonly SaturatedStep[]): Candidate {
  const { at } = smallestOf((contention) => contentionLaw(saturated, contention, 0, 2).misfit, [0, 1], STEPS);
  return contentionLaw(saturated, at, 0, 2);
}

function bestContention(saturated: readonly SaturatedStep[]): Candidate {
  const contended = contentionOnly(saturated);
  if (levelsOf(saturated) < 3 || saturated.length < 4) return contended;
  const { contention, coherency } = uslFit({ load: saturated.map((one) => one.nodes), throughput: saturated.map((one) => one.rate) });
  const full = contentionLaw(saturated, contention, coherency, coherency === 0 ? 2 : 3);
  return full.misfit + 2 * full.parameters < contended.misfit + 2 * contended.parameters ? full : contended;
}

function contentionLaw(saturated: readonly SaturatedStep[], contention: number, coherency: number, parameters: number): Candidate {
  const growth = (n: number) => uslThroughput({ contention, coherency, scale: 1 }, n);
  const kind = parameters === 1 ? 'adds up' : 'scalability law';
  return { kind, contention, coherency, shared: null, parameters, misfit: misfitOf(saturated, growth) };
}

/** Largest limit that is looked for, in the highest throughput, and the smallest: chance may have raised it. */
const MOST_TIMES = 20;
const LEAST_TIMES = 0.97;
const SERVICE_RANGE = [0.6, 1.4] as const;

function sharedLimit(saturated: readonly SaturatedStep[], { serviceTime, answered }: ScalingContext): Candidate {
  const perNode = Math.max(...saturated.map(({ rate, nodes }) => rate / nodes));
  const workers = Math.max(1, Math.round(perNode * serviceTime));
  const highest = Math.max(...saturated.map(({ rate }) => rate));
  const range = [Math.log(Math.max(LEAST_TIMES * highest, 1.02 * answered)), Math.log(MOST_TIMES * highest)] as const;
  const through = (rate: number, factor: number) => (n: number) => sharedThroughput({ rate }, (factor * workers) / perNode, n * workers);
  const service = (rate: number) => smallestOf((factor) => absoluteMisfit(saturated, through(rate, factor)), SERVICE_RANGE, STEPS / 2);
  const { at, value } = smallestOf((log) => service(Math.exp(log)).value, range, STEPS);
  return { kind: 'shared limit', contention: 0, coherency: 0, shared: { rate: Math.exp(at) }, parameters: 2, misfit: value };
}

/** Σ of squared residuals over their variances, with the scale that makes them least. */
function misfitOf(saturated: readonly SaturatedStep[], growth: (nodes: number) => number): number {
  const residuals = saturated.map(({ nodes, rate, variance }) => ({ log: Math.log(rate / growth(nodes)), weight: 1 / variance }));
  const mean = residuals.reduce((sum, { log, weight }) => sum + weight * log, 0) / residuals.reduce((sum, { weight }) => sum + weight, 0);
  return residuals.reduce((sum, { log, weight }) => sum + weight * (log - mean) ** 2, 0);
}

const absoluteMisfit = (saturated: readonly SaturatedStep[], through: (nodes: number) => number): number =>
  saturated.reduce((sum, { nodes, rate, variance }) => sum + Math.log(rate / through(nodes)) ** 2 / variance, 0);
