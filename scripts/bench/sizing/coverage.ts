import { fitCapacity } from '../../../models/capacity/fit-capacity.ts';
import { feasibleWith, nodesForRate } from '../../../models/sizing/nodes-for.ts';
import { nodesInterval } from '../../../models/sizing/nodes-interval.ts';
import { nearestRank } from '../../../models/statistics/nearest-rank.ts';
import { madeStep } from './made-step.ts';
import { type MadeQuestion, madeQuestion } from './made-system.ts';
import { trueNodes } from './true-nodes.ts';

export interface CoverageOptions {
  readonly systems: number;
  readonly resamples: number;
  /** Customers of the simulation that finds the truth. */
  readonly customers: number;
}

/** How good 90 % intervals of the number of nodes are, over systems whose true number is known. */
export interface Coverage {
  readonly systems: number;
  readonly covered: number;
  /** Intervals without an upper end, which cover whatever is above them. */
  readonly open: number;
  /** Truth above the interval: the dangerous side. */
  readonly tooFew: number;
  /** Systems whose capacity c/S, which has no whole numbers to round to, lies in its own 90 % interval. */
  readonly capacityCovered: number;
  /** (high − low)/truth and answer/truth − 1, medians. */
  readonly width: number;
  readonly bias: number;
}

/** Measures made systems as a user would, and holds the interval of each against the truth. Deterministic. */
export function sizingCoverage({ systems, resamples, customers }: CoverageOptions): Coverage {
  const judged = Array.from({ length: systems }, (_, number) => judge(madeQuestion(number), resamples, customers));
  const middle = (of: (one: Judged) => number) =>
    nearestRank(
      judged.map(of).sort((a, b) => a - b),
      0.5,
    );
  return {
    systems,
    covered: judged.filter(({ truth, low, high }) => low <= truth && truth <= high).length,
    open: judged.filter(({ high }) => high === Number.POSITIVE_INFINITY).length,
    tooFew: judged.filter(({ truth, high }) => high < truth).length,
    capacityCovered: judged.filter((one) => one.capacityCovered).length,
    width: middle(({ truth, low, high }) => (high - low) / truth),
    bias: middle(({ truth, answer }) => answer / truth - 1),
  };
}

interface Judged {
  readonly truth: number;
  readonly low: number;
  readonly high: number;
  readonly answer: number;
  readonly capacityCovered: boolean;
}

function judge(question: MadeQuestion, resamples: number, customers: number): Judged {
  const { number, system, ladder, seconds, peakRate, target } = question;
  const most = system.serversPerNode / system.serviceTime;
  const steps = ladder.map((share) => madeStep(system, share * most, { seed: number, seconds }));
  const fit = fitCapacity(steps, { balancer: 'shared', ca2: 1, seed: 1, resamples });
  const shares = fit.draws.map(({ service, serversPerNode }) => serversPerNode / service.mean / most).sort((a, b) => a - b);
  const interval = nodesInterval(fit.draws, peakRate, target);
  return {
    truth: trueNodes(question, customers),
    low: interval.low ?? Number.POSITIVE_INFINITY,
    high: interval.high ?? Number.POSITIVE_INFINITY,
    answer: feasibleWith(fit.best, target) ? nodesForRate(fit.best, peakRate, target) : Number.POSITIVE_INFINITY,
    capacityCovered: nearestRank(shares, 0.05) <= 1 && 1 <= nearestRank(shares, 0.95),
  };
}
