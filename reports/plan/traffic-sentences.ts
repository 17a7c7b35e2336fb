import type { PlanFile } from '../../models/results/plan/plan.ts';
import type { PlanBalancing } from '../../models/results/plan/plan-traffic.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { estimate } from '../format/number.ts';

type Balancer = PlanBalancing['balancer'];

/** Balancers as the end of "requests go …". */
const WORDS: Readonly<Record<Balancer, string>> = {
  shared: 'to one line for all nodes',
  'fewest-requests': 'to the node with the fewest',
  'round-robin': 'to each node in turn',
  random: 'to any node at random',
};

/** What a plan takes for granted about the balancer and the arrivals, and what the other case would change. */
export const trafficSentences = (plan: PlanFile): string[] => [balancing(plan), arriving(plan)];

function balancing({ balancing: { balancer, named, needed: all }, needed }: PlanFile): string {
  if (named) return `Requests go ${WORDS[balancer]} (balancer ${balancer}).`;
  const others = all.filter((one) => one.balancer !== 'shared' && one.nodes !== null && one.nodes < needed.nodes);
  const saved = others.map((one) => `${one.balancer} would save ${sayCount(needed.nodes - one.nodes!)}`);
  const price = saved.length === 0 ? 'no other would save a node' : saved.join(', ');
  return `No balancer is named, so requests are taken to go ${WORDS[balancer]}, the worst in use: ${price} (--balancer).`;
}

function arriving({ arrivals: { bursts, ground, ifBursts }, needed }: PlanFile): string {
  if (bursts !== null)
    return `Arrivals come in bursts of ${sayTime(bursts.seconds * 1000)} with ${estimate(bursts.factor)} times the mean rate (${ground ?? 'given'}).`;
  if (ifBursts === null) return `Arrivals come without bursts (${ground ?? 'given'}).`;
  const { factor, seconds, nodes } = ifBursts;
  const more = nodes === null ? 'no number of nodes would do' : `${sayCount(Math.max(0, nodes - needed.nodes))} more would be needed`;
  return `Arrivals are taken as Poisson, as nothing is known of them: under bursts of ${sayTime(seconds * 1000)} with ${factor} times the mean rate ${more} (--arrivals).`;
}
