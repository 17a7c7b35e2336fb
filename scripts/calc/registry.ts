import type { CalcFunction } from './calc-function.ts';
import { capacityFunctions } from './functions/capacity.ts';
import { queueingFunctions } from './functions/queueing.ts';
import { sizingFunctions } from './functions/sizing.ts';
import { standardFunctions } from './functions/standard.ts';
import { transientFunctions } from './functions/transient.ts';

/** Every model of `surgeproof calc` by name, in the order of `--list`. */
export const calcFunctions: ReadonlyMap<string, CalcFunction> = new Map(
  [...queueingFunctions, ...sizingFunctions, ...transientFunctions, ...capacityFunctions, ...standardFunctions].map((fn) => [fn.name, fn]),
);
