import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';
import { estimate } from '../format/number.ts';
import { trafficSentences } from './traffic-sentences.ts';

const nodesOf = (count: number) => `${sayCount(count)} ${count === 1 ? 'node' : 'nodes'}`;
const WHY: Readonly<Record<string, string>> = {
  peak: 'for the peak alone',
  'n+1': 'so that one node may fail',
  'zone-lost': 'so that a zone may fail',
  deploy: 'so that a release may be rolled out',
  autoscaler: 'before the surge begins',
};

/** Situations as a reader calls them. */
export const SITUATION_WORDS: Readonly<Record<PlanFile['situations'][number]['name'], string>> = {
  peak: 'the peak alone',
  'n+1': 'one node lost',
  'zone-lost': 'a zone lost',
  deploy: 'a deploy',
  autoscaler: 'autoscaler lag',
};

/** A plan in a few sentences, the answer first. */
export function planSentences(plan: PlanFile): string[] {
  const { needed, recommended, budget, capacity, node, cost } = plan;
  const binding = plan.situations.find((one) => one.nodes === recommended);
  const extra = recommended > needed.nodes ? `; ${needed.nodes} carry the peak alone` : '';
  const peak = plan.levels.find((one) => one.confidence === plan.confidence)?.peakRate ?? plan.peak.p95;
  const interval = node.serviceTime.low === null ? '' : ` (90 % interval of the measured node: ${ends(needed)})`;
  return [
    `Run ${nodesOf(recommended)} ${WHY[binding?.name ?? 'peak']}${extra}: p${budget.percentile} stays within ${sayTime(budget.limit)} with ${sayShare(plan.confidence)} confidence.`,
    `The peak stays below ${estimate(peak)}/s with that confidence; for it alone ${nodesOf(needed.nodes)} are needed${interval}.`,
    ...(plan.rejected ? [plan.rejected.sentence] : []),
    `${nodesOf(capacity.nodes)} hold ${estimate(capacity.withinBudget)}/s within the budget and ${estimate(capacity.nominal)}/s at most; with ${capacity.retries} retries a client they recover by themselves only below ${estimate(capacity.selfHealing)}/s.`,
    ...trafficSentences(plan),
    ...waiting(plan),
    ...(cost
      ? [
          `The event costs ${estimate(cost.perEvent)} ${cost.currency}, ${estimate(cost.perThousandRequests)} ${cost.currency} a thousand requests at the median peak.`,
        ]
      : []),
  ];
}

function waiting({ waitingRoom, recommended }: PlanFile): string[] {
  if (waitingRoom === null) return [];
  const point = waitingRoom.curve.find((one) => one.nodes === recommended);
  const drained =
    point?.drainSeconds == null
      ? 'the queue never empties'
      : `${sayCount(waitingRoom.queued)} people are through in ${sayTime(point.drainSeconds * 1000)}`;
  return [`A waiting room may let ${estimate(point?.admitRate ?? null)} people a second in; then ${drained}.`];
}

const ends = ({ low, high }: PlanFile['needed']) =>
  high === null ? `${low === null ? 'no number' : `${low} or more`}, as its service alone may break the budget` : `${low} to ${high}`;
