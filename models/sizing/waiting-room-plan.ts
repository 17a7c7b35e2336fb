import type { NodeWorld } from '../capacity/laws/node-world.ts';
import type { PlanWaitingRoom } from '../results/plan/plan.ts';
import { drain } from '../transient/drain.ts';
import { budgetRate } from './budget-rate.ts';
import type { SizingPolicy } from './policy.ts';

const POINTS = 20;

/**
 * Admission rate of a waiting room, and the time until its queue is empty, by the number of nodes.
 *
 *   admissions = λ*(n)/requests per person;   drain = queued/(admissions − joining)
 *
 * Admitting up to the rate at which the budget still holds keeps p99 inside while people wait outside. From half of the nodes the peak needs, to half as many again
 * as recommended; null where the policy names no waiting room. Source: `budgetRate`, `drain`.
 */
export function waitingRoomPlan(world: NodeWorld, nodes: { from: number; to: number }, policy: SizingPolicy): PlanWaitingRoom | null {
  if (policy.waitingRoom === null) return null;
  const { queued, requestsPerPerson, arrivalRate } = policy.waitingRoom;
  const [from, to] = [Math.max(1, Math.floor(nodes.from / 2)), Math.ceil(nodes.to * 1.5)];
  const stride = Math.max(1, Math.ceil((to - from) / POINTS));
  const counts = Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => from + i * stride);
  const curve = [...new Set([...counts, nodes.from, nodes.to])].sort((a, b) => a - b);
  return {
    queued,
    requestsPerPerson,
    curve: curve.map((count) => {
      const admitRate = budgetRate(world, count, policy.budget) / requestsPerPerson;
      return { nodes: count, admitRate, drainSeconds: admitRate > arrivalRate ? drain({ queued, admitRate, arrivalRate }) : null };
    }),
  };
}
