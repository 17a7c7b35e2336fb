import type { ErrorCause } from '../../results/run.ts';

/** Causes kept apart; what comes beyond is counted under one name, so that a target that invents texts cannot fill the memory. */
const MOST_CAUSES = 10_000;
const OTHER = 'other causes';

interface Entry {
  readonly step: number;
  readonly cause: string;
  readonly owner: string;
  count: number;
}

/** Failed requests by step, cause and owner. */
export interface ErrorCauses {
  add(step: number, cause: string, owner: string, count: number): void;
  /** Most frequent first; what is beyond the list of names is left out. */
  list(names: readonly string[]): ErrorCause[];
}

export function createErrorCauses(): ErrorCauses {
  const entries = new Map<string, Entry>();
  const add: ErrorCauses['add'] = (step, cause, owner, count) => {
    const id = JSON.stringify([step, owner, cause]);
    const known = entries.get(id);
    if (known !== undefined) known.count += count;
    else if (entries.size < MOST_CAUSES || cause === OTHER) entries.set(id, { step, cause, owner, count });
    else add(step, OTHER, owner, count);
  };
  return {
    add,
    list: (names) =>
      [...entries.values()]
        .flatMap(({ step, ...rest }) => (names[step] === undefined ? [] : [{ step: names[step], ...rest }]))
        .sort((a, b) => b.count - a.count || order(a.step, b.step) || order(a.cause, b.cause) || order(a.owner, b.owner)),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
