import { Refusal } from '../refusal.ts';

/** A server of an architecture: what runs on it, by which formula its CPU is sized, and the weight of table 6-7. */
export interface ServerRole {
  /** Under which name a policy describes it. */
  readonly key: 'web' | 'was' | 'db';
  readonly name: string;
  readonly formula: 'cpu' | 'db';
  readonly weight: number;
  /** Business use S4 of table 7-1: 0.7 WEB, 2 WAS or both; linkage S7 is 1 for a WEB server. */
  readonly fixed: { readonly S4?: number; readonly S7?: number };
}

export interface Architecture {
  readonly korean: string;
  readonly servers: readonly ServerRole[];
}

const web: ServerRole = { key: 'web', name: 'WEB', formula: 'cpu', weight: 1, fixed: { S4: 0.7, S7: 1 } };
const was: ServerRole = { key: 'was', name: 'WAS', formula: 'cpu', weight: 1, fixed: { S4: 2 } };
const db: ServerRole = { key: 'db', name: 'DB', formula: 'db', weight: 1, fixed: {} };

/** Table 6-7: each architecture by the one weight that is not 1, which multiplies the CPU of the server it names and no other. */
const ARCHITECTURES: ReadonlyMap<number, Architecture> = new Map([
  [1, { korean: '3계층: WEB | WAS | DB', servers: [web, was, db] }],
  [1.6, { korean: '2계층: WEB·WAS | DB', servers: [{ ...was, name: 'WEB·WAS', weight: 1.6 }, db] }],
  [1.7, { korean: '2계층: WEB | WAS·DB', servers: [web, { ...db, name: 'WAS·DB', weight: 1.7 }] }],
  [2.1, { korean: '1계층: WEB·WAS·DB', servers: [{ ...db, name: 'WEB·WAS·DB', weight: 2.1 }] }],
]);

/**
 * The architecture that has a weight of table 6-7; three tiers when absent. Refuses other weights with those of the table.
 * @example architectureOf(1.6).servers.map(({ name, weight }) => [name, weight]) // => [['WEB·WAS', 1.6], ['DB', 1]]
 */
export function architectureOf(weight = 1): Architecture {
  const found = ARCHITECTURES.get(weight);
  if (found !== undefined) return found;
  throw new Refusal(
    'out-of-range',
    `weight: must be one of ${[...ARCHITECTURES.keys()].join(', ')} (table 6-7 of the standard), got ${weight}`,
  );
}

/** Weights that table 6-7 puts on each formula: 1.6 WEB and WAS together; 1.7 WAS and DB together, 2.1 all on one machine. */
const WEIGHTS: Readonly<Record<ServerRole['formula'], readonly number[]>> = { cpu: [1, 1.6], db: [1, 1.7, 2.1] };

/**
 * A weight that table 6-7 puts on a formula, or a refusal that names them; 1 when absent.
 * @example architectureWeight('cpu', 1.6) // => 1.6
 */
export function architectureWeight(formula: ServerRole['formula'], weight = 1): number {
  if (WEIGHTS[formula].includes(weight)) return weight;
  const [of, other] = formula === 'cpu' ? ['max-jOPS', 'tpmC'] : ['tpmC', 'max-jOPS'];
  const elsewhere = WEIGHTS[formula === 'cpu' ? 'db' : 'cpu'].includes(weight) ? `; that weight belongs to the ${other}` : '';
  throw new Refusal(
    'out-of-range',
    `weight: must be one of ${WEIGHTS[formula].join(', ')} for the ${of} (table 6-7 of the standard), got ${weight}${elsewhere}`,
  );
}
