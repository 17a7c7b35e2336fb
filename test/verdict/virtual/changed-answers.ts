import type { Ask, Said } from './hosted-run.ts';
import type { Broken } from './virtual.ts';

export type App = NonNullable<Broken['app']>;
export type Plain = Exclude<Said, 'never' | { error: string }>;

/** The good answer with parts of it replaced. */
export const withParts = (well: () => Said, change: (said: Plain) => Partial<Plain>): Said => {
  const said = well() as Plain;
  return { ...said, ...change(said) };
};

/** The same after another time. */
export const slow =
  (ms: number) =>
  (well: () => Said): Said =>
    withParts(well, () => ({ duration: ms }));

export const on =
  (path: string) =>
  (ask: Ask): boolean =>
    ask.path === path;
export const anything = (): boolean => true;

/** Every n-th request that fits is answered otherwise; counted anew for each row, which is played once. */
export function everyNth(n: number, fits: (ask: Ask) => boolean, otherwise: (well: () => Said, ask: Ask) => Said): App {
  let count = 0;
  return (ask, well) => (fits(ask) && ++count % n === 0 ? otherwise(well, ask) : well());
}

/** Every request that fits is answered otherwise. */
export const each = (fits: (ask: Ask) => boolean, otherwise: (well: () => Said, ask: Ask) => Said): App => everyNth(1, fits, otherwise);

export const answer = (status: number, body: unknown, headers = {}): Said => ({ status, body, headers, duration: 10 });
