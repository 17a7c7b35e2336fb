import type { NodeWorld } from '../../capacity/laws/node-world.ts';
import { scaledService } from '../../capacity/laws/service-law.ts';
import { Refusal } from '../../refusal.ts';
import type { PlanInstance, PlanInstances } from '../../results/plan/plan-prices.ts';
import { spareNodes } from '../losses.ts';
import { nodesForConfidence } from '../nodes-for.ts';
import type { PeakDistribution } from '../peak-distribution.ts';
import type { InstanceType, Prices, SizingPolicy } from '../policy.ts';

export interface InstanceQuestion {
  readonly peak: PeakDistribution;
  readonly best: NodeWorld;
  readonly worlds: readonly NodeWorld[];
  readonly policy: SizingPolicy;
  readonly prices: Prices;
}

/** The node that was measured or described, beside its types. */
const MEASURED = 'the node planned above';

/** A node of another type: the measured one, faster, with other servers. */
function worldOfType(world: NodeWorld, { relativeSpeed = 1, servers }: InstanceType): NodeWorld {
  return { ...world, service: scaledService(world.service, 1 / relativeSpeed), serversPerNode: servers ?? world.serversPerNode };
}

/**
 * Nodes and cost of an event on every type, the cheapest first; types on which no number keeps the budget come last, with the reason.
 * Used to choose what to rent: each type keeps the budget with the confidence of the policy, a node, a zone or a release out.
 *
 *   cost = nodes × price × hours, nodes as `nodesForConfidence` and `spareNodes` say
 *
 * Valid for: nodes of one type at a time, whose service time scales with their speed; measure the chosen type before it is bought.
 */
export function instancePlans(question: InstanceQuestion): PlanInstances {
  const { currency, hours, perNodeHour, types = [] } = question.prices;
  const plans = [{ name: MEASURED, perHour: perNodeHour }, ...types].map((type) => planOfType(question, type));
  const cost = ({ perEvent }: PlanInstance) => perEvent ?? Number.POSITIVE_INFINITY;
  return { currency, hours, types: plans.sort((a, b) => cost(a) - cost(b) || a.name.localeCompare(b.name, 'en')) };
}

function planOfType({ peak, best, worlds, policy, prices }: InstanceQuestion, type: InstanceType): PlanInstance {
  const own = worldOfType(best, type);
  const known = { name: type.name, perHour: type.perHour, servers: own.serversPerNode, serviceTime: own.service.mean * 1000 };
  try {
    const demand = { peak, target: policy.budget, confidence: policy.confidence };
    const needed = nodesForConfidence(
      worlds.map((world) => worldOfType(world, type)),
      demand,
    );
    const nodes = spareNodes(needed, policy);
    return { ...known, needed, nodes, perEvent: nodes * type.perHour * prices.hours, reason: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...known, needed: null, nodes: null, perEvent: null, reason: error.message };
  }
}
