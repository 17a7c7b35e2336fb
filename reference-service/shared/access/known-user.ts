import { pinOf, userNumber } from '../../../models/people/person.ts';
import { ServiceError } from '../service-error.ts';

/** The number of a user, from 1 to `people`, by name and PIN; throws 401 when there is none. */
export function knownUser({ user: name, pin }: { readonly user: string; readonly pin: string }, people: number): number {
  const user = userNumber(name) ?? 0;
  if (user >= 1 && user <= people && pin === pinOf(user)) return user;
  throw new ServiceError(401, 'wrong-pin', 'There is no such user, or the PIN is wrong.');
}
