/** What is wrong with a dependency at the moment; changed while it runs. */
export interface Strain {
  /** Its service time is multiplied by this, and so many milliseconds longer. */
  times: number;
  plus: number;
  /** Share of the calls that it refuses, 0 to 1. */
  errors: number;
  /** Share of its workers that work, 0 to 1. */
  capacity: number;
}

const strains = new Map<string, Strain>();

/** A name without its article: a fault says `card network` of the card network. */
const bare = (name: string): string => name.replace(/^the /, '');

/** The strain of the dependencies of a name in this process: the same object for all that ask. */
export function strainOf(name: string): Strain {
  const key = bare(name);
  const known = strains.get(key) ?? { times: 1, plus: 0, errors: 0, capacity: 1 };
  strains.set(key, known);
  return known;
}
