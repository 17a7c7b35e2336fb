import type { PlanFile } from '../../models/results/plan/plan.ts';
import { type Arrivals, type SizingPolicy, USUAL_POLICY } from '../../models/sizing/policy.ts';
import type { StandardGiven } from '../../models/standard/standard-given.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readNamed } from '../run-folder/read-json.ts';
import { type PolicyFile, policySchema } from '../schemas/plan/policy.ts';
import { readArrivals } from './arrivals/read-arrivals.ts';
import { assumed } from './assumed.ts';
import type { SizeCall } from './options.ts';

export interface ChosenPolicy {
  readonly policy: SizingPolicy;
  /** The policy file as it stands; null without one. */
  readonly file: PolicyFile | null;
  readonly assumptions: PlanFile['assumptions'];
  /** What the policy says for the form of the sizing standard. */
  readonly standard: StandardGiven;
  readonly warnings: readonly string[];
}

/** The policy file as it stands; null when none is named. */
export const readPolicy = async (file: string | undefined): Promise<PolicyFile | null> =>
  file === undefined ? null : readNamed(file, 'policy', policySchema);

/** Policy from the options, then the policy file, then the defaults; defaults are listed as assumptions. */
export async function sizingPolicy(call: SizeCall, file: string | undefined): Promise<ChosenPolicy> {
  const given = await readPolicy(file);
  const budget = call.budget ?? (given?.budget && { percentile: given.budget.percentile, limit: given.budget.limitMs / 1000 });
  if (budget === undefined)
    throw new SurgeproofError('invalid-options', {
      problems: ['--budget: must be given here or in the policy, such as --budget p99=200ms'],
    });
  const { autoscaler } = given ?? {};
  const policy: SizingPolicy = {
    budget,
    confidence: call.confidence ?? given?.confidence ?? USUAL_POLICY.confidence,
    balancer: call.balancer ?? given?.balancer ?? (given?.queue === undefined ? USUAL_POLICY.balancer : OF_QUEUE[given.queue]),
    arrivals: call.arrivals === undefined ? arrivalsOf(given) : await readArrivals(call.arrivals, given?.ca2),
    zones: call.zones ?? given?.zones ?? USUAL_POLICY.zones,
    deployOut: given?.deployOut ?? USUAL_POLICY.deployOut,
    autoscaler: autoscaler
      ? { lag: autoscaler.lagSeconds, rampTime: autoscaler.rampSeconds, rampFrom: autoscaler.rampFrom }
      : USUAL_POLICY.autoscaler,
    retries: call.retries ?? given?.retries ?? USUAL_POLICY.retries,
    waitingRoom: given?.waitingRoom ?? USUAL_POLICY.waitingRoom,
    prices: given?.prices ?? USUAL_POLICY.prices,
  };
  return {
    policy,
    file: given,
    assumptions: assumed(call, given, policy),
    standard: given?.standard ?? {},
    warnings: queueWarning(call, given),
  };
}

/** What earlier versions called the balancer; the worse one where that word covered two. */
const OF_QUEUE = { shared: 'shared', 'per-node': 'random' } as const;

function queueWarning(call: SizeCall, given: PolicyFile | null): string[] {
  if (given?.queue === undefined || call.balancer !== undefined || given.balancer !== undefined) return [];
  const balancer = OF_QUEUE[given.queue];
  return [`policy.queue: ${given.queue} is read as balancer ${balancer}; write "balancer": "${balancer}" in its place`];
}

function arrivalsOf(given: PolicyFile | null): Arrivals | null {
  if (given?.ca2 === undefined && given?.dispersion === undefined) return null;
  const dispersion = (given.dispersion ?? []).map(({ rate = null, ...point }) => ({ ...point, rate }));
  return { ca2: given.ca2 ?? 1, dispersion, ground: 'policy' };
}
