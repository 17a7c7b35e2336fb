import { randomFrom } from '../../../models/workload/users/random.ts';
import { type DependencyPlan, dependency, dependencyPlanOf } from '../../shared/simulation/dependency.ts';
import { DEPENDENCY_TIMES } from '../service-times.ts';

/** Calls to the systems of others. Each rejects with a `ServiceError` owned by the third party. */
export interface Dependencies {
  /** The OTP centre takes note of a code. */
  centre(): Promise<void>;
  /** A provider of identity verification confirms a person. */
  provider(): Promise<void>;
}

/** Milliseconds a dependency has to answer: half of a client's own patience. */
const TIMEOUT = 5_000;
/** Separates the draws of dependencies from those of nodes. */
const STREAM = 0x42414e;

/** As many at once, each ten times as long: a tenth of the capacity. */
const slowed = (plan: DependencyPlan): DependencyPlan => ({ ...plan, p50: 10 * plan.p50, p99: 10 * plan.p99 });

/** The stand-ins for the OTP centre and the provider. */
export function dependenciesOf(seed: number, slowCentre: boolean): Dependencies {
  const call = (name: string, plan: DependencyPlan, i: number) => dependency(name, plan, randomFrom(seed, STREAM, i), TIMEOUT);
  const centre = dependencyPlanOf(DEPENDENCY_TIMES.centre);
  return {
    centre: call('the OTP centre', slowCentre ? slowed(centre) : centre, 0),
    provider: call('the provider of identity verification', dependencyPlanOf(DEPENDENCY_TIMES.provider), 1),
  };
}
