import { CARRIERS, type Carrier } from '../../../../models/people/person.ts';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { ServiceError } from '../../../shared/service-error.ts';
import { dependency, dependencyPlanOf } from '../../../shared/simulation/dependency.ts';
import { DEPENDENCY_TIMES } from '../../service-times.ts';

/** Calls to the systems of others. Each rejects with a `ServiceError` owned by the third party. */
export interface Others {
  /** A carrier looks whose number it is, and pushes, sends or calls. */
  readonly carriers: Readonly<Record<Carrier, () => Promise<void>>>;
  /** A card company confirms. */
  card(): Promise<void>;
}

/** Milliseconds a dependency has to answer: half of a client's own patience. */
const TIMEOUT = 5_000;
/** Separates the draws of dependencies from those of nodes. */
const STREAM = 0x434152;

/** A quarter of the people are with it. */
const BROKEN: Carrier = 'KT';

const down = (): Promise<never> =>
  Promise.reject(new ServiceError(502, 'dependency-failed', `${BROKEN} answers with errors.`, 'third party'));

/** The stand-ins for carriers and card companies, each with a capacity of its own. */
export function othersOf(seed: number, outage: boolean): Others {
  const carriers = CARRIERS.map((carrier, i) => {
    const call = dependency(`carrier ${carrier}`, dependencyPlanOf(DEPENDENCY_TIMES.carrier), randomFrom(seed, STREAM, i), TIMEOUT);
    return [carrier, outage && carrier === BROKEN ? down : call];
  });
  const card = dependency('the card company', dependencyPlanOf(DEPENDENCY_TIMES.card), randomFrom(seed, STREAM, CARRIERS.length), TIMEOUT);
  return { carriers: Object.fromEntries(carriers) as Others['carriers'], card };
}
