import type { PlanTier, PlanTierCurve, ServicePlanFile } from '../../../models/results/plan/service-plan.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';
import { estimate } from '../../format/number.ts';
import { levelName } from '../level-name.ts';
import { unitsSentence } from '../units/units-words.ts';

const rateOf = (rate: number, { counted }: ServicePlanFile): string => `${estimate(rate)} ${counted}/s`;
const peakName = ({ confidence, peak }: ServicePlanFile): string =>
  peak.p50 === peak.p99 ? 'the peak' : `the ${levelName(confidence)} peak`;

/** Which tier breaks first and at which rate, against the peak. */
function breaksSentence(plan: ServicePlanFile): string {
  const { now, peakRate, classes } = plan;
  const slow = classes.filter(({ alone, limit }) => alone > limit);
  if (now.carried === 0)
    return `No number of nodes helps: without any waiting ${slow.map((one) => `${one.name} has p${one.percentile} ${sayTime(one.alone)}, above its budget of ${sayTime(one.limit)}`).join(', and ')}.`;
  const [carried, peak] = [rateOf(now.carried, plan), `${peakName(plan)} of ${estimate(peakRate)}/s`];
  const first = now.breaks === null ? `Several tiers break together, at ${carried}` : `${now.breaks} breaks first, at ${carried}`;
  if (now.carried >= peakRate) return `${first}, above ${peak}.`;
  return `${first}, below ${peak}: all budgets hold with a probability of ${sayShare(now.probability)}.`;
}

/** What the peak needs of a tier beyond what it has; null where it has enough. */
function needOf(tier: PlanTier): string | null {
  const { name, nodes, servers, limit, needed, neededLimit, neededServers } = tier;
  if (limit !== null)
    return neededLimit! <= limit ? null : `${name} must allow ${estimate(neededLimit)} requests/s (${estimate(limit)}/s now)`;
  if (neededServers !== null && servers !== null) {
    if (neededServers <= servers) return null;
    const less = sayShare(Number((1 - servers / neededServers).toPrecision(2)));
    return `${sayCount(neededServers)} requests at a time in ${name} (${sayCount(servers)} now), or about ${less} less of its time a request`;
  }
  if (needed === null || nodes === null || needed <= nodes) return null;
  return `${plural(needed, `${name} node`, `${name} nodes`)} (${sayCount(nodes)} now)`;
}

/** What the peak needs of every tier that has too little. */
export function needsSentence(plan: ServicePlanFile): string {
  const needs = plan.tiers.map(needOf).filter((need) => need !== null);
  if (plan.classes.every(({ needed }) => needed === null))
    return `No numbers of nodes that can be had carry ${peakName(plan)}: shorten the service times, or give more time in the budgets.`;
  if (needs.length === 0) return `Every tier has enough for ${peakName(plan)}.`;
  const alone = plan.needed === null ? ' Adding nodes alone is not enough.' : '';
  return `${peakName(plan).replace(/^t/, 'T')} needs ${needs.join('; ')}.${alone}`;
}

/** After which number of nodes more of a tier buy nothing, and what stops the service then. */
export function curveSentence({ tier, enough, next }: PlanTierCurve): string {
  const then = next === null ? 'what remains is the work of the requests themselves' : `then ${next} stops the service`;
  if (next === tier) return `Every further ${tier} node carries more, up to the ${sayCount(enough)} that can be had.`;
  return `More ${tier} nodes than ${sayCount(enough)} buy nothing: ${then}.`;
}

/** The plan of a service in a few sentences, the answer first. */
export const serviceSentences = (plan: ServicePlanFile): string[] => [
  breaksSentence(plan),
  ...(plan.now.carried === 0 ? [] : [needsSentence(plan)]),
  ...(plan.units ? [unitsSentence(plan.units)] : []),
  ...(plan.now.carried === 0 ? [] : plan.curves.map(curveSentence)),
];

/** Heads and rows of the tiers, for page and terminal. */
export const tierHeader = ['tier', 'nodes now', 'requests at the peak, /s', 'in use', 'full at, /s', 'needed', 'to run'];

export const tierRows = ({ tiers }: ServicePlanFile): string[][] =>
  tiers.map((one) => [
    one.name,
    one.limit === null
      ? `${sayCount(one.nodes)}${one.fixed ? `, ${sayCount(one.servers)} at a time` : ''}`
      : `limit ${estimate(one.limit)}/s`,
    estimate(one.requests),
    sayShare(one.utilisation),
    estimate(one.fullAt),
    neededWords(one),
    sayCount(one.run),
  ]);

/** In what the tier is counted in: nodes, requests at a time, or requests a second. */
function neededWords({ limit, neededLimit, neededServers, needed }: PlanTier): string {
  if (limit !== null) return `${estimate(neededLimit)}/s`;
  return neededServers === null ? sayCount(needed) : `${sayCount(neededServers)} at a time`;
}

export const classHeader = ['class', 'at the peak, /s', 'budget', 'without waiting', 'now', 'as needed', 'at most, as needed'];

export const classRows = ({ classes }: ServicePlanFile): string[][] =>
  classes.map((one) => [
    one.name,
    estimate(one.rate),
    `p${one.percentile} ${sayTime(one.limit)}`,
    sayTime(one.alone),
    one.now === null ? 'a tier is full' : sayTime(one.now),
    sayTime(one.needed),
    sayTime(one.bound),
  ]);
