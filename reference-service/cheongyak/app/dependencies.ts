import { randomFrom } from '../../../models/workload/users/random.ts';
import { type DependencyPlan, dependency, dependencyPlanOf } from '../../shared/simulation/dependency.ts';
import { faultOf } from '../certificates/faults.ts';
import { DEPENDENCY_TIMES } from '../service-times.ts';

/** Calls to the systems of others. Each rejects with a `ServiceError` owned by the third party. */
export interface Dependencies {
  /** Whether a certificate was revoked, asked of the responder at most once in a while for each. */
  isRevoked(serial: number): Promise<boolean>;
  /** The provider of simple authentication and of certificates in the cloud confirms a person. */
  confirm(): Promise<void>;
}

/** Milliseconds a dependency has to answer: half of a client's own patience. */
const TIMEOUT = 5_000;
/** Milliseconds an answer of the responder is good for: its nextUpdate. */
const ANSWER_GOOD_FOR = 60_000;
/** Milliseconds of a responder in trouble. */
const SLOW_OCSP = { p50: 2_000, p99: 4_000 } as const;
/** Separates the draws of dependencies from those of nodes. */
const STREAM = 0x4f4353;

/** The stand-ins for the responder and the provider. Serial numbers are those of the people. */
export function dependenciesOf(seed: number, now: () => number, slowOcsp: boolean): Dependencies {
  const call = (name: string, which: DependencyPlan, i: number) => dependency(name, which, randomFrom(seed, STREAM, i), TIMEOUT);
  const ocsp = dependencyPlanOf(DEPENDENCY_TIMES.ocsp);
  const respond = call('the OCSP responder', slowOcsp ? { ...ocsp, ...SLOW_OCSP } : ocsp, 0);
  const asked = new Map<number, number>();
  return {
    async isRevoked(serial) {
      if ((asked.get(serial) ?? 0) < now() - ANSWER_GOOD_FOR) {
        await respond();
        asked.set(serial, now());
      }
      return faultOf(serial) === 'revoked';
    },
    confirm: call('the provider of the authentication', dependencyPlanOf(DEPENDENCY_TIMES.provider), 1),
  };
}
