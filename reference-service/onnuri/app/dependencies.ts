import { CARRIERS, type Carrier } from '../../../models/people/person.ts';
import { randomFrom } from '../../../models/workload/users/random.ts';
import { type DependencyPlan, dependency, dependencyPlanOf } from '../../shared/simulation/dependency.ts';
import { DEPENDENCY_TIMES, NETWORK } from '../service-times.ts';

/** Calls to the systems of others. Each rejects with a `ServiceError` owned by the third party. */
export interface Dependencies {
  sendCode(carrier: Carrier): Promise<void>;
  checkCard(): Promise<void>;
  /** The time that the card network takes for an authorisation or a net cancel. */
  askNetwork(): Promise<void>;
}

export interface DependencyOptions {
  /** Every carrier follows this plan with workers of its own. */
  readonly carrier?: DependencyPlan | undefined;
  readonly bank?: DependencyPlan | undefined;
  /** Milliseconds a dependency has to answer: half of a client's own patience, so that the user learns whose fault it was. */
  readonly dependencyTimeout?: number | undefined;
}

/** Separates the draws of dependencies from those of nodes. */
const STREAM = 0x444550;

/** The stand-ins for carriers and card networks, as the table of service times has them unless changed. */
export function dependenciesOf(seed: number, options: DependencyOptions): Dependencies {
  const { carrier = dependencyPlanOf(DEPENDENCY_TIMES.carrier), bank = dependencyPlanOf(DEPENDENCY_TIMES.bank) } = options;
  const { dependencyTimeout = 5_000 } = options;
  const random = (i: number) => randomFrom(seed, STREAM, i);
  const carriers = new Map(
    CARRIERS.map((name, i) => [name, dependency(`the carrier ${name}`, carrier, random(i), dependencyTimeout)] as const),
  );
  const checkCard = dependency('the card network', bank, random(CARRIERS.length), dependencyTimeout);
  const askNetwork = dependency('the card network', bank, random(CARRIERS.length + 1), NETWORK.readTimeout.value);
  return { sendCode: async (name) => carriers.get(name)?.(), checkCard, askNetwork };
}
