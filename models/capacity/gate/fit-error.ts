import { crossing } from '../../numeric/search.ts';
import { type NodeWorld, responseTail, saturationRate } from '../laws/node-world.ts';
import type { MeasuredSteps } from '../steps/resample-steps.ts';
import type { SteadyStep } from '../steps/steady-step.ts';
import { digits, disagree, unitBehind } from './number-pair.ts';

/** Share by which a fit may be off a response time, where chance does not explain more, and off a throughput. */
const MOST_OFF = 0.25;
const MOST_DEVIATIONS = 4;
const MOST_THROUGHPUT_OFF = 0.2;
/** Response times that a fit is held against; beyond them a step has few requests. */
const SHARES = [0.5, 0.1];

/**
 * What a fit says of the steps it was made from, where it is far off: sentences with both numbers. An answer from such a fit is none.
 * `fit`: the node as it was fitted, `weighed` steps.
 */
export function fitErrors({ steady, saturated, mostPerNode }: MeasuredSteps, fit: Omit<NodeWorld, 'ca2'>): string[] {
  const most = saturationRate({ ...fit, ca2: 1 }, 1);
  const throughput = [
    ...saturated.flatMap(({ step, nodes, rate }) => {
      const fitted = saturationRate({ ...fit, ca2: 1 }, nodes);
      return disagree(fitted / rate, MOST_THROUGHPUT_OFF)
        ? [`${step.name}: ${digits(rate)}/s were answered, response times say ${digits(fitted)}/s (c/S)${hint(fitted / rate)}`]
        : [];
    }),
    ...(mostPerNode !== null && most > mostPerNode * (1 + MOST_THROUGHPUT_OFF)
      ? [`a node: utilisation allows ${digits(mostPerNode)}/s, response times say ${digits(most)}/s (c/S)${hint(most / mostPerNode)}`]
      : []),
  ];
  // They come first: a wrong unit shows in them by its factor.
  return [...throughput, ...steady.flatMap((step) => stepError(step, fit))];
}

const hint = (ratio: number) => {
  const unit = unitBehind(ratio);
  return unit === null ? '' : `, ${unit}`;
};

function stepError({ step, rate, ca2, tails }: SteadyStep, fit: Omit<NodeWorld, 'ca2'>): string[] {
  const tail = responseTail({ ...fit, ca2 }, step.nodes, rate);
  if (tail === null) return [`${step.name}: ${digits(rate)}/s were answered, more than the fitted nodes can do`];
  return tails
    .filter(({ nominal, share, time, variance }) => {
      const deviations = Math.abs(Math.log(Math.max(Number.MIN_VALUE, tail(time)) / share)) / Math.sqrt(variance);
      return SHARES.includes(nominal) && deviations > MOST_DEVIATIONS;
    })
    .flatMap(({ nominal, share, time }) => {
      const fitted = crossing(tail, share, fit.service.mean);
      if (!disagree(fitted / time, MOST_OFF)) return [];
      return [`${step.name}: p${100 - 100 * nominal} is ${digits(1000 * time)} ms, fitted ${digits(1000 * fitted)} ms`];
    })
    .slice(0, 1);
}
