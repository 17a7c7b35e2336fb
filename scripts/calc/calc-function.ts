import type { ArgumentSpec, ArgumentSpecs } from './argument-spec.ts';

/** A number, or named numbers; null stands for a number that does not exist, and a warning explains it. */
export type CalcValue = number | object;

/** One model as `surgeproof calc` offers it. */
export interface CalcFunction {
  readonly name: string;
  /** Description for `--list`. */
  readonly about: string;
  readonly args: Readonly<Record<string, ArgumentSpec>>;
  /** Arguments of a question that has an answer; `calc <function> --help` shows both. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Imports the model only when it is asked, so that a call loads one model and not all of them. */
  readonly run: (args: Readonly<Record<string, unknown>>) => Promise<CalcValue>;
}

/** What a model is called and asked with. */
interface Described<Args> {
  readonly name: string;
  readonly about: string;
  readonly args: ArgumentSpecs<Args>;
  readonly example: Args;
}

/** Ties a model to its arguments; the cast is sound because `checkArguments` has held the values against the same specs. */
export function calcFunction<Args extends object>(described: Described<Args>, run: (args: Args) => Promise<CalcValue>): CalcFunction {
  const { name, about, args, example } = described;
  return {
    name,
    about,
    args: args as Readonly<Record<string, ArgumentSpec>>,
    example: example as Readonly<Record<string, unknown>>,
    run: (given) => run(given as Args),
  };
}
