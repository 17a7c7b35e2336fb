import { faker } from '@faker-js/faker/locale/ko';
import { type Person, personOf } from '../../../models/people/person.ts';

/** Different names; real lists of names repeat just as much, and 60,000 would take a second more. */
const NAMES = 5_000;

/**
 * Synthetic people: those of the workload (see there for what they never contain), with Korean names from a seeded generator.
 * The same seed gives the same people.
 */
export function syntheticAccounts(count: number, seed: number): Person[] {
  faker.seed(seed);
  const names = Array.from({ length: Math.min(count, NAMES) }, () => faker.person.fullName());
  return Array.from({ length: count }, (_, i) => ({ ...personOf(i + 1), name: names[i % names.length]! }));
}
