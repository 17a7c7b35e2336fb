import type { PlanFile } from '../../models/results/plan/plan.ts';
import { plural, sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';
import { estimate } from '../format/number.ts';
import { priceSentences } from './prices/price-words.ts';
import { scheduleSentence } from './schedule/schedule-words.ts';
import { trafficSentences } from './traffic-sentences.ts';
import { unitsSentence } from './units/units-words.ts';

const nodesOf = (count: number) => plural(count, 'node', 'nodes');
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
  autoscaler: 'minimum replicas before the surge',
};

/** A plan in a few sentences, the answer first. */
export function planSentences(plan: PlanFile): string[] {
  const { needed, recommended, budget, cost } = plan;
  const binding = plan.situations.find((one) => one.nodes === recommended);
  const alone = recommended > needed.nodes ? ` (${sayCount(needed.nodes)} for the peak alone)` : '';
  return [
    `Run ${nodesOf(recommended)} ${WHY[binding?.name ?? 'peak']}${alone}: p${budget.percentile} stays within ${sayTime(budget.limit)} with ${sayShare(plan.confidence)} confidence${provision(plan)}.`,
    ...provenSentence(plan),
    ...(plan.units ? [unitsSentence(plan.units)] : []),
    peakSentence(plan),
    ...(plan.rejected ? [plan.rejected.sentence] : []),
    ...capacitySentences(plan),
    ...trafficSentences(plan),
    ...contentionSentence(plan),
    ...waitingSentence(plan),
    ...priceSentences(plan),
    ...(plan.schedule ? [scheduleSentence(plan.schedule)] : []),
    ...(cost
      ? [
          `The event costs ${estimate(cost.perEvent)} ${cost.currency}, ${estimate(cost.perThousandRequests)} ${cost.currency} a thousand requests at the median peak.`,
        ]
      : []),
  ];
}

/** True when the peak alone needs more nodes than the ladder vouches for, and no limit is known that the plan keeps clear of. */
const isUnproven = ({ fit, needed }: PlanFile): boolean => fit !== null && fit.limit === null && needed.nodes > fit.proven.nodes;

const provision = (plan: PlanFile): string =>
  isUnproven(plan) ? `, provided that nothing they share saturates beyond ${nodesOf(plan.fit!.proven.nodes)}` : '';

/** How far the ladder is evidence, and what would be enough. */
function provenSentence(plan: PlanFile): string[] {
  if (!isUnproven(plan)) return [];
  const { measured, nodes, withinBudget } = plan.fit!.proven;
  return [
    `The ladder is evidence for ${nodesOf(nodes)} (twice the ${sayCount(measured)} that ${measured === 1 ? 'was' : 'were'} measured), which hold ${estimate(withinBudget)}/s within the budget; saturate ${nodesOf(Math.ceil(plan.needed.nodes / 2))} before you rely on ${sayCount(plan.needed.nodes)}.`,
  ];
}

/** True when the peak was given without an uncertainty. */
export const isCertain = ({ peak }: Pick<PlanFile, 'peak'>): boolean => peak.p50 === peak.p99;

function peakSentence(plan: PlanFile): string {
  const { needed, node } = plan;
  const peak = plan.levels.find((one) => one.confidence === plan.confidence)?.peakRate ?? plan.peak.p95;
  const stated = isCertain(plan)
    ? `The peak is ${estimate(peak)}/s, taken as certain`
    : `The peak stays below ${estimate(peak)}/s with that confidence`;
  const interval = node.serviceTime.low === null ? '' : ` (90 % interval of the measured node: ${ends(needed)})`;
  return `${stated}; it alone needs ${nodesOf(needed.nodes)}${interval}.`;
}

function capacitySentences({ capacity }: PlanFile): string[] {
  const { nodes, retries } = capacity;
  const held = `${nodesOf(nodes)} ${nodes === 1 ? 'holds' : 'hold'} ${estimate(capacity.withinBudget)}/s within the budget and ${estimate(capacity.nominal)}/s with all servers busy.`;
  if (retries === 0) return [held];
  const kept = `${plural(retries, 'retry', 'retries')} per request ${retries === 1 ? 'keeps' : 'keep'}`;
  return [held, `After an overload, ${kept} ${nodesOf(nodes)} down until traffic falls below ${estimate(capacity.selfHealing)}/s.`];
}

/** Rise of the response time that is worth a sentence. */
const RISE = 1.02;

/** Says from where on further nodes make the response slower, where they do. */
function contentionSentence({ curve, budget, node }: PlanFile): string[] {
  if (node.contention === 0 && node.coherency === 0) return [];
  const points = curve.flatMap(({ nodes, middle }) => (middle === null ? [] : [{ nodes, middle }]));
  const best = points.reduce((least, one) => (one.middle < least.middle ? one : least), points[0] ?? { nodes: 0, middle: 0 });
  const last = points.at(-1);
  if (last === undefined || last.nodes <= best.nodes || last.middle < best.middle * RISE) return [];
  const at = (point: typeof best) => `${sayTime(point.middle)} with ${nodesOf(point.nodes)}`;
  return [
    `Contention between nodes makes each slower: beyond ${nodesOf(best.nodes)} p${budget.percentile} at the median peak rises, from ${at(best)} to ${at(last)}.`,
  ];
}

/** Admission on the nodes of the peak: the spare ones are kept for what they are there for. */
function waitingSentence({ waitingRoom, needed, recommended }: PlanFile): string[] {
  const point = waitingRoom?.curve.find((one) => one.nodes === needed.nodes);
  if (waitingRoom === null || point === undefined) return [];
  const spare = recommended - needed.nodes;
  const people = plural(waitingRoom.queued, 'person', 'people');
  const admitted =
    point.drainSeconds === null
      ? `${people} in line are never all admitted, because as many join`
      : `${people} in line are admitted in ${sayTime(point.drainSeconds * 1000)}`;
  const kept = spare === 0 ? '' : `${plural(spare, 'spare node', 'spare nodes')} not counted, `;
  return [
    `A waiting room may admit ${estimate(point.admitRate)} people a second on ${nodesOf(needed.nodes)} (${kept}no other traffic); then ${admitted}.`,
  ];
}

function ends({ low, high }: PlanFile['needed']): string {
  if (low === null) return 'no number of nodes, as the service alone breaks the budget';
  if (high === null) return `${sayCount(low)} or more, as the service alone may break the budget`;
  return low === high ? `${sayCount(low)} and no other number` : `${sayCount(low)} to ${sayCount(high)}`;
}
