import type { Person } from '../people/person.ts';
import type { Accounts } from './accounts.ts';

/** Accounts from a CSV file beside the surge file: one row a person. Rows are never used twice in a run unless `reuse` allows it. */
export function csv<const Column extends string>(
  file: string,
  { columns, reuse = 'never' }: { readonly columns: readonly Column[]; readonly reuse?: 'never' | 'allowed' },
): Accounts<Readonly<Record<Column, string>>> {
  return { from: 'csv', file, columns, reuse };
}

/** Made-up Korean people: nobody's data. */
export function syntheticPeople(): Accounts<Person> {
  return { from: 'synthetic-people' };
}

/** Accounts that the reference service issues when it starts, such as people with certificates; for surges whose target is one. */
export function issuedByService<Account>(): Accounts<Account> {
  return { from: 'service' };
}

/** Accounts from a function, called in Node before the run with 1, 2, 3 …; what it returns must fit into JSON. */
export function made<Account>(make: (number: number) => Account): Accounts<Account> {
  return { from: 'function', make };
}
