import { SharedArray } from 'k6/data';
import { type Person, personOf } from '../../models/people/person.ts';

/** Person `index`, 0 and up. */
export type People = (index: number) => Person;

/** The people of a file (an array of `Person`), shared by all VUs; beyond its end, or without one, people are made on the fly. */
export function peopleFrom(file: string | null): People {
  if (file === null) return (index) => personOf(index + 1);
  const known = new SharedArray<Person>('people', () => JSON.parse(open(file)));
  return (index) => (index < known.length ? known[index]! : personOf(index + 1));
}
