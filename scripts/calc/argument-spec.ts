/**
 * Kind of an argument of `surgeproof calc`: a number, a list, points `[[t, rate], …]`, stations `[{ demand, servers? }, …]`, a boolean, or
 * one of the listed words.
 */
export type ArgumentKind = 'number' | 'numbers' | 'points' | 'stations' | 'boolean' | readonly string[];

export interface ArgumentSpec {
  readonly kind: ArgumentKind;
  readonly optional: boolean;
  /** What it is and in which unit, for `calc <function> --help`. */
  readonly about: string;
}

/** Specs by argument name; the names are those of the model's own argument type, which TypeScript checks. */
export type ArgumentSpecs<Args> = { readonly [Name in keyof Args]-?: ArgumentSpec };

/** An argument that must be given. */
export const needed = (about: string, kind: ArgumentKind = 'number'): ArgumentSpec => ({ kind, optional: false, about });

/** An argument that may be left out. */
export const maybe = (about: string, kind: ArgumentKind = 'number'): ArgumentSpec => ({ kind, optional: true, about });
