import { Refusal, type RefusalCode } from '../../models/refusal.ts';
import type { CalcValue } from './calc-function.ts';
import { type ArgumentProblem, checkArguments } from './check-arguments.ts';
import { calcFunctions } from './registry.ts';

export type CalcErrorCode = RefusalCode | ArgumentProblem['code'] | 'unknown-function' | 'malformed-line';

export interface CalcError {
  readonly code: CalcErrorCode;
  /** One sentence: subject, rule, what was given, what to do. */
  readonly message: string;
}

export type CalcAnswer = { readonly value: CalcValue } | { readonly error: CalcError };

/**
 * Asks one model by name. Never throws for a bad question: the answer is a value or an error with a sentence.
 * `args` are the model's arguments by name, as parsed from JSON; rates and times in any one consistent unit.
 */
export async function runCalc(fn: string, args: Readonly<Record<string, unknown>>): Promise<CalcAnswer> {
  const found = calcFunctions.get(fn);
  if (found === undefined) {
    return { error: { code: 'unknown-function', message: unknownFunction(fn) } };
  }
  const problems = checkArguments(found.args, args);
  if (problems.length > 0) {
    return { error: { code: problems[0]!.code, message: problems.map(({ message }) => message).join('; ') } };
  }
  try {
    const value = await found.run(args);
    if (allFinite(value)) return { value };
    return {
      error: { code: 'no-answer', message: `${fn}: the arguments lead out of the range of numbers; give values of a smaller spread` },
    };
  } catch (error) {
    if (error instanceof Refusal) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}

/** Sentence for a name that no function has. */
export const unknownFunction = (name: string): string =>
  `${JSON.stringify(name.slice(0, 60))}: is not a function of calc; \`surgeproof calc --list\` names them all`;

/** True when a value contains no NaN and no Infinity: JSON would print both as null, like an absent number. */
function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(allFinite);
}
