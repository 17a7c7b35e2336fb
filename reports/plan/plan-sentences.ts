import type { PlanFile } from '../../models/results/plan.ts';
import { duration } from '../format/duration.ts';
import { percent, threeDigits, whole } from '../format/number.ts';

const nodesOf = (count: number) => `${whole(count)} ${count === 1 ? 'node' : 'nodes'}`;
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
    `Run ${nodesOf(recommended)} ${WHY[binding?.name ?? 'peak']}${extra}: p${budget.percentile} stays within ${duration(budget.limit)} with ${percent(plan.confidence)} confidence.`,
    `The peak stays below ${threeDigits(peak)}/s with that confidence; for it alone ${nodesOf(needed.nodes)} are needed${interval}.`,
    ...(plan.rejected ? [plan.rejected.sentence] : []),
    `${nodesOf(capacity.nodes)} hold ${threeDigits(capacity.withinBudget)}/s within the budget and ${threeDigits(capacity.nominal)}/s at most; with ${capacity.retries} retries a client they recover by themselves only below ${threeDigits(capacity.selfHealing)}/s.`,
    waiting(plan),
    ...(cost
      ? [
          `The event costs ${threeDigits(cost.perEvent)} ${cost.currency}, ${threeDigits(cost.perThousandRequests)} ${cost.currency} a thousand requests at the median peak.`,
        ]
      : []),
  ];
}

function waiting({ waitingRoom, recommended }: PlanFile): string {
  const point = waitingRoom.curve.find((one) => one.nodes === recommended);
  const drained =
    point?.drainSeconds == null
      ? 'the line never ends'
      : `${whole(waitingRoom.queued)} people are through in ${duration(point.drainSeconds * 1000)}`;
  return `A waiting room may let ${threeDigits(point?.admitRate ?? null)} people a second in; then ${drained}.`;
}

const ends = ({ low, high }: PlanFile['needed']) =>
  high === null ? `${low === null ? 'no number' : `${low} or more`}, as its service alone may break the budget` : `${low} to ${high}`;
