import type { PlanFile } from '../../../models/results/plan/plan.ts';
import type { PlanInstances, PlanRegret } from '../../../models/results/plan/plan-prices.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';
import { estimate } from '../../format/number.ts';

/** The cheapest type and how much it saves against the dearest that would do. */
export function instancesSentence({ types, currency, hours }: PlanInstances): string {
  const able = types.filter(({ perEvent }) => perEvent !== null);
  const [cheapest, last] = [able[0], able.at(-1)];
  if (cheapest === undefined) return 'No type of node keeps the budget with any number.';
  const cost = `${plural(cheapest.nodes!, 'node', 'nodes')} for ${estimate(cheapest.perEvent)} ${currency} over ${estimate(hours)} h`;
  const rest = able.length < 2 ? '' : `; the dearest that keeps the budget, ${last!.name}, costs ${estimate(last!.perEvent)} ${currency}`;
  return `The cheapest type is ${cheapest.name}: ${cost}${rest}.`;
}

/** The number with the least regret, short enough for a heading. */
export const regretFinding = ({ best, currency, perMinute }: PlanRegret): string =>
  `${plural(best, 'node has', 'nodes have')} the least regret at ${estimate(perMinute)} ${currency} a broken minute`;

/** The number with the least regret, and what is weighed. */
export function regretSentence({ rows, best, currency, perMinute, minutes }: PlanRegret): string {
  const { broken, tooMany, tooFew } = rows.find(({ nodes }) => nodes === best)!;
  const price = `at ${estimate(perMinute)} ${currency} a broken minute and ${estimate(minutes)} such minutes`;
  return `Least regret: ${plural(best, 'node', 'nodes')}, ${price}. Then the peak breaks the budget with a probability of ${sayShare(broken)}, which costs ${estimate(tooFew)} ${currency} on average, and nodes that are not needed cost ${estimate(tooMany)} ${currency}; no node is spare for a failure.`;
}

/** Sentences about prices, as far as the policy names them. */
export const priceSentences = ({ instances, regret }: PlanFile): string[] => [
  ...(instances ? [instancesSentence(instances)] : []),
  ...(regret ? [regretSentence(regret)] : []),
];

/** Types as rows of a table. */
export const instanceRows = ({ types }: PlanInstances): string[][] =>
  types.map((one) => [
    one.name,
    sayCount(one.servers),
    `${estimate(one.serviceTime)} ms`,
    estimate(one.perHour),
    sayCount(one.needed),
    sayCount(one.nodes),
    estimate(one.perEvent),
    one.reason ?? '',
  ]);
