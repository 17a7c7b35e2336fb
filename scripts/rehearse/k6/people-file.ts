import { faker } from '@faker-js/faker/locale/ko';
import { personOf } from '../../../models/people/person.ts';
import { writeWhole } from '../../run-folder/write-file.ts';

/** Different names; real lists of names repeat just as much, and 60,000 would take a second more. */
const NAMES = 5_000;

/**
 * Synthetic people as JSON: those of the workload (see there for what they never contain), with Korean names from a seeded generator.
 * The same seed gives the same text.
 */
export function peopleJson(count: number, seed: number): string {
  faker.seed(seed);
  const names = Array.from({ length: Math.min(count, NAMES) }, () => faker.person.fullName());
  const people = Array.from({ length: count }, (_, i) => JSON.stringify({ ...personOf(i + 1), name: names[i % names.length] }));
  return `[\n${people.join(',\n')}\n]\n`;
}

export async function writePeople(file: string, count: number, seed: number): Promise<void> {
  await writeWhole(file, peopleJson(count, seed));
}
