import { resolve } from 'node:path';
import type { Accounts } from '../../../models/definition/accounts.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { csvAccounts } from './csv-accounts.ts';

/** Asks the reference service for its accounts; null for one that issues none, and for any other target. */
export type Issue = null | ((count: number) => Promise<readonly unknown[]>);

/** The accounts of a run, checked; the lists are made when the run begins. */
export interface RunAccounts {
  /** `1,200 rows of accounts.csv, never reused`; null when people have none. */
  readonly description: string | null;
  /** Person n has account n of the target, n from 1. */
  readonly areNumbered: boolean;
  /** One account for each number from 1; null when people have none. */
  readonly of: null | ((count: number, issue?: Issue) => Promise<readonly unknown[]>);
  /** Accounts for the people of the walk, beside those of the crowd where there are more. */
  readonly forWalk: null | ((count: number) => Promise<readonly unknown[]>);
}

export interface Crowd {
  /** People that the arrivals give on average. */
  readonly expected: number;
  /** Numbers of people that may come up: arrivals vary by chance. */
  readonly most: number;
}

/** What accounts depend on besides the people. */
export interface AccountContext {
  readonly seed: number;
  /** The target is a reference service. */
  readonly isService: boolean;
}

export const NO_ACCOUNTS: RunAccounts = { description: null, areNumbered: false, of: null, forWalk: null };
const number = (value: number): string => Math.round(value).toLocaleString('en-US');

type Checked = { readonly accounts: RunAccounts } | { readonly problems: readonly string[] };

/** Checks where people get their accounts from: files, columns, and whether there are enough for the people of a run. */
export function checkAccounts(
  accounts: Accounts<unknown> | null,
  folder: string,
  crowd: Crowd,
  { seed, isService }: AccountContext,
): Checked {
  if (accounts === null) return { accounts: NO_ACCOUNTS };
  if (accounts.from === 'csv') return fromCsv(accounts, folder, crowd);
  if (accounts.from === 'function') return fromFunction(accounts.make, crowd);
  if (accounts.from === 'service') return fromService(crowd, isService);
  const people = async (count: number): Promise<readonly unknown[]> =>
    (await import('./synthetic-accounts.ts')).syntheticAccounts(count, seed);
  const forWalk = async (count: number): Promise<readonly unknown[]> => (await people(crowd.most + count)).slice(crowd.most);
  return { accounts: { description: `${number(crowd.most)} synthetic people`, areNumbered: true, of: people, forWalk } };
}

function fromCsv(
  { file, columns, reuse }: Extract<Accounts<unknown>, { from: 'csv' }>,
  folder: string,
  { expected, most }: Crowd,
): Checked {
  const read = csvAccounts(resolve(folder, file), file, columns);
  if ('problems' in read) return read;
  const { rows } = read;
  if (reuse === 'never' && rows.length < most)
    return {
      problems: [
        `accounts: must have at least ${number(most)} rows for about ${number(expected)} people, whose number varies by chance, got ${number(rows.length)} in ${file}; add rows, send fewer people, or allow reuse: 'allowed'`,
      ],
    };
  return {
    accounts: {
      description: `${number(rows.length)} rows of ${file}, ${reuse === 'never' ? 'never reused' : 'reused from the first'}`,
      areNumbered: false,
      of: async (count) => (reuse === 'never' ? rows.slice(0, count) : rows),
      forWalk: async (count) => (rows.length >= most + count ? rows.slice(-count) : rows.slice(0, count)),
    },
  };
}

function fromService({ most }: Crowd, isService: boolean): Checked {
  if (!isService)
    return {
      problems: [
        'accounts: must be a list of the target, got those of a reference service; give csv(…) or made(…) for a target of your own',
      ],
    };
  const of = async (count: number, issue: Issue = null): Promise<readonly unknown[]> => {
    if (issue === null) throw new SurgeproofError('target-failed', { reason: 'it issues no accounts, and the surge asks for them' });
    return issue(count);
  };
  return { accounts: { description: `${number(most)} issued by the service`, areNumbered: true, of, forWalk: null } };
}

/** JSON that an account must survive, since k6 reads it from a file. */
const fitsJson = (value: unknown): boolean => value !== undefined && JSON.stringify(value) !== undefined;

function fromFunction(make: (number: number) => unknown, { most }: Crowd): Checked {
  const problem = (number: number, said: string) => ({
    problems: [`accounts: must be made without an exception, got ${said} for person ${number}`],
  });
  try {
    if (!fitsJson(make(1))) return { problems: ['accounts: must be values that fit into JSON, got none for person 1'] };
  } catch (error) {
    return problem(1, String(error));
  }
  const range = async (from: number, count: number): Promise<readonly unknown[]> => Array.from({ length: count }, (_, i) => make(from + i));
  return {
    accounts: {
      description: `${number(most)} made by the surge file`,
      areNumbered: false,
      of: (count) => range(1, count),
      forWalk: (count) => range(most + 1, count),
    },
  };
}
