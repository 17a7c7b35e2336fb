import { areaUnderTail } from '../numeric/area-under-tail.ts';
import { responseTail, saturationRate } from './laws/node-world.ts';
import { demandLaw, type RivalLaw, uslOverLoad } from './laws/rival-laws.ts';
import { type NodeLaw, type QueueFit, queueFit } from './queue-fit.ts';
import type { SteadyStep } from './steps/steady-step.ts';

/** A model beside the others. */
export interface ComparedModel {
  readonly name: 'queue' | 'scalability law' | 'demand law';
  /** Smaller is better; null with too few steps for its parameters. */
  readonly aicc: number | null;
  /**
   * Relative error of the mean response of the top step, predicted from the others; null when the model saturates at that step, or cannot
   * be fitted.
   */
  readonly topStepError: number | null;
  /** Arrivals per second of one node at which nothing more goes; null without a limit. */
  readonly saturationRate: number | null;
  /** Mean response of each used step, seconds; null beyond saturation. */
  readonly predicted: readonly (number | null)[];
  readonly values: Readonly<Record<string, number>>;
}

type Fitter = (steps: readonly SteadyStep[]) => RivalLaw | null;

/** Besides what was measured: no law is exact to 2 %. */
const MODEL_VARIANCE = 0.02 ** 2;

/**
 * The three laws on the same footing, the best first: error of the predicted top step, then AICc.
 * Sizing extrapolates, so predicting what was not shown decides.
 *
 *   AICc = Σ ln²(R̂/R)/var + 2k + 2k(k + 1)/(n − k − 1)
 *
 *   R̂, R  predicted and measured mean response   k  parameters   n  steps
 *
 * Source: Hurvich and Tsai 1989 (AICc, known variances).
 */
export function compareModels(steps: readonly SteadyStep[], law: NodeLaw, fit: QueueFit): ComparedModel[] {
  const fitters: readonly [ComparedModel['name'], Fitter][] = [
    ['queue', (some) => asRival(some === steps ? fit : queueFit({ steady: some, saturated: [], mostPerNode: null }, law, fit), law, some)],
    ['scalability law', uslOverLoad],
    ['demand law', demandLaw],
  ];
  const compared = fitters.flatMap(([name, fitter]) => compared1(name, fitter, steps));
  return compared.sort((a, b) => order(a.topStepError) - order(b.topStepError) || order(a.aicc) - order(b.aicc));
}

const order = (value: number | null) => value ?? Number.MAX_VALUE;

function compared1(name: ComparedModel['name'], fitter: Fitter, steps: readonly SteadyStep[]): ComparedModel[] {
  const found = fitter(steps);
  if (found === null) return [];
  const at = ({ rate, step }: SteadyStep) => rate / step.nodes;
  const predicted = steps.map((one) => found.meanResponse(at(one), one.step.nodes));
  const top = steps.reduce((most, step) => (at(step) > at(most) ? step : most));
  const others = steps.filter((step) => step !== top);
  const guess = others.length < 2 ? null : (fitter(others)?.meanResponse(at(top), top.step.nodes) ?? null);
  return [
    {
      name,
      aicc: aiccOf(steps, predicted, found.parameters),
      topStepError: guess === null ? null : Math.abs(guess / top.histogram.mean - 1),
      saturationRate: found.saturationRate,
      predicted,
      values: found.values,
    },
  ];
}

function aiccOf(steps: readonly SteadyStep[], predicted: readonly (number | null)[], parameters: number): number | null {
  if (steps.length - parameters - 1 <= 0 || predicted.includes(null)) return null;
  const misfit = steps.reduce(
    (sum, { histogram, meanVariance }, i) => sum + Math.log(predicted[i]! / histogram.mean) ** 2 / (meanVariance + MODEL_VARIANCE),
    0,
  );
  return misfit + 2 * parameters + (2 * parameters * (parameters + 1)) / (steps.length - parameters - 1);
}

/** Mean response of the fitted queue, as the area under its tail. */
function asRival(fit: QueueFit, law: NodeLaw, steps: readonly SteadyStep[]): RivalLaw {
  const world = { ...law, service: fit.service, serversPerNode: fit.serversPerNode, ca2: steps[0]!.ca2 };
  return {
    saturationRate: saturationRate(world, 1),
    meanResponse: (rate, nodes) => {
      const tail = responseTail(world, nodes, rate * nodes);
      return tail === null ? null : areaUnderTail(tail, fit.service.mean);
    },
    parameters: 2,
    values: { serviceTime: fit.service.mean, cs2: fit.service.cs2, serversPerNode: fit.serversPerNode },
  };
}
