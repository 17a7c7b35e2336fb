import { WAITING_ROOM_STEPS } from '../../../models/workload/surge/waiting-room-steps.ts';
import type { Operation } from './operations.ts';

const LONGEST = 40;

/** `listPets` and `List pets` become `list-pets`. */
function dashed(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}

/** `base`, or `base-2` and so on when it is taken. */
function unique(base: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const ending = count === 1 ? '' : `-${count}`;
    const name = `${base.slice(0, LONGEST - ending.length).replace(/-+$/, '')}${ending}`;
    if (!taken.has(name)) return name;
  }
}

/** A name for each operation by the rule for steps, no two alike: its operationId, or else its path. */
export function stepNames(operations: readonly Pick<Operation, 'id' | 'method' | 'path'>[]): string[] {
  const taken = new Set<string>(WAITING_ROOM_STEPS.map(({ name }) => name));
  return operations.map(({ id, method, path }) => {
    const fromPath = dashed(method === 'get' ? path : `${method} ${path}`);
    const name = unique(dashed(id ?? '') || fromPath || 'request', taken);
    taken.add(name);
    return name;
  });
}
