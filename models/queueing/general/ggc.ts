import { atPercentiles, USUAL_PERCENTILES } from '../../numeric/at-percentiles.ts';
import { mustBe } from '../../numeric/must-be.ts';
import { unstableLoad } from '../../numeric/unstable-load.ts';
import { Refusal } from '../../refusal.ts';
import { erlangC } from '../erlang/erlang-c.ts';
import { mmcMeanWait } from '../single-queue/mmc-mean-wait.ts';
import { type GgcShape, ggcErrorBound, LARGEST_FORMULA_ERROR } from './ggc-error-bound.ts';
import { type GgcSimulation, simulateGgc } from './ggc-simulation.ts';
import { mdcMeanWait } from './mdc-mean-wait.ts';
import { whittCorrection } from './whitt-1993.ts';

export interface GgcArguments {
  /** λ, arrivals per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  readonly servers: number;
  /** Squared coefficient of variation of the time between arrivals: 1 Poisson, 0 even spacing. */
  readonly ca2: number;
  /** Squared coefficient of variation of the service time: 1 exponential, 0 constant. */
  readonly cs2: number;
  /** In percent, such as 99. */
  readonly percentiles?: readonly number[];
}

export interface GgcAnswer {
  readonly meanWait: number;
  readonly waitProbability: number;
  readonly waitPercentiles: Readonly<Record<string, number>>;
  /** Relative: the exact mean wait, and percentiles from the 95th up, lie within value · (1 ± errorBound). */
  readonly errorBound: number;
  readonly method: 'exact' | 'kimura' | 'whitt-1993' | 'simulation' | 'order-of-magnitude';
}

/**
 * GI/G/c: wait of a pool of equal servers when arrivals or service are not exponential.
 * Used with the measured variability of arrivals and service, where M/M/c is too pessimistic or too hopeful.
 *
 *   Poisson arrivals     Kimura 1986: (1 + cs²)/[(1 − cs²)/W(M/D/c) + 2cs²/W(M/M/c)]
 *   other arrivals       Whitt 1993: φ(ρ, ca², cs², c) (ca² + cs²)/2 · W(M/M/c)
 *   percentiles          P(W > t) = C(c, a) e^{−2(cμ − λ)t/(ca² + cs²)}
 *   error above 25 %     simulation of 1 to 8 million customers with balanced hyperexponential, gamma and lognormal times of these moments, bound = how far they lie
 *                        apart and three standard errors
 *
 * No two-moment formula is safe for bursty arrivals below ρ = 0.9 (errors up to a factor of 10), hence the rule; see `ggcErrorBound`.
 * `waitProbability` is Erlang C for Poisson arrivals, else the one at which the mean fits the decay.
 * Source: T. Kimura, Operations Research 34(5), 1986; W. Whitt, POM 2(2), 1993. Valid for: independent interarrival and service times, FCFS.
 * @example ggc({ arrivalRate: 9, serviceRate: 1, servers: 10, ca2: 1, cs2: 1 }).method // => 'exact'
 */
export function ggc({ percentiles = USUAL_PERCENTILES, ...queue }: GgcArguments): GgcAnswer {
  const shape = checkedShape(queue);
  if (queue.ca2 === 0 && queue.cs2 === 0) {
    return { meanWait: 0, waitProbability: 0, waitPercentiles: atPercentiles(percentiles, () => 0), errorBound: 0, method: 'exact' };
  }
  const errorBound = ggcErrorBound(shape);
  if (errorBound > LARGEST_FORMULA_ERROR) {
    const simulated = simulateGgc(shape, percentiles);
    if (simulated !== null) return inUnits(simulated, queue.serviceRate);
  }
  return byFormula(queue, shape, { percentiles, errorBound });
}

function checkedShape(queue: Omit<GgcArguments, 'percentiles'>): GgcShape {
  const { arrivalRate, serviceRate, servers, ca2, cs2 } = queue;
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.whole('servers', servers);
  mustBe.nonNegative('ca2', ca2);
  mustBe.nonNegative('cs2', cs2);
  const load = arrivalRate / serviceRate;
  if (load >= servers) throw unstableLoad(servers, load);
  if (Math.max(ca2, cs2) > 100)
    throw new Refusal('out-of-range', `ca2, cs2: must be at most 100, got ${Math.max(ca2, cs2)}; such tails have no useful mean`);
  return { utilisation: load / servers, servers, ca2, cs2 };
}

function byFormula(queue: GgcArguments, shape: GgcShape, asked: { percentiles: readonly number[]; errorBound: number }): GgcAnswer {
  const { ca2, cs2, servers, utilisation } = shape;
  const meanInService = ca2 === 1 ? kimura(shape) : ((whittCorrection(shape) * (ca2 + cs2)) / 2) * mmcMeanWait(servers, utilisation);
  const decay = (2 * servers * (1 - utilisation)) / (ca2 + cs2);
  const delay = erlangC(servers, utilisation * servers);
  const rough = asked.errorBound > LARGEST_FORMULA_ERROR;
  return {
    meanWait: meanInService / queue.serviceRate,
    waitProbability: ca2 === 1 ? delay : Math.min(1, meanInService * decay),
    waitPercentiles: atPercentiles(asked.percentiles, (beyond) => Math.max(0, Math.log(delay / beyond) / decay) / queue.serviceRate),
    errorBound: rough ? ROUGH_ERROR : asked.errorBound,
    method: rough ? 'order-of-magnitude' : ca2 !== 1 ? 'whitt-1993' : cs2 === 1 ? 'exact' : 'kimura',
  };
}

/** Waits too rare to be simulated are over- or underestimated by the formula up to this many times. */
const ROUGH_ERROR = 10;

function kimura({ servers, utilisation, cs2 }: GgcShape): number {
  const exponential = mmcMeanWait(servers, utilisation);
  if (cs2 === 1) return exponential;
  return (1 + cs2) / ((1 - cs2) / mdcMeanWait(servers, utilisation) + (2 * cs2) / exponential);
}

function inUnits(simulated: GgcSimulation, serviceRate: number): GgcAnswer {
  const scaled = Object.entries(simulated.waitPercentiles).map(([percentile, wait]) => [percentile, wait / serviceRate]);
  return {
    meanWait: simulated.meanWait / serviceRate,
    waitProbability: simulated.waitProbability,
    waitPercentiles: Object.fromEntries(scaled),
    errorBound: simulated.errorBound,
    method: 'simulation',
  };
}
