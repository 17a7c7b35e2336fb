import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/imports.ts';

/** `@example expression // => value`, one line, with the file's own exports in scope. */
const EXAMPLE = /@example\s+(.+?)\s*\/\/ => (.+?)\s*(?:\*\/)?$/gm;

const evaluate = (text: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `return (${text});`)(...Object.values(scope));

/** A printed number stands for everything that rounds to it. */
const decimals = (printed: string): number => (/^-?\d+\.(\d+)$/.exec(printed)?.[1] ?? '').length;

const files = sourceFiles()
  .filter((file) => /^(engine|models|reference-service|reports|scripts)\//.test(file.path))
  .map((file) => ({ path: file.path, examples: [...file.text.matchAll(EXAMPLE)] }))
  .filter((file) => file.examples.length > 0);

describe('examples in doc comments', () => {
  it('exist, so that an empty list cannot pass', () => expect(files.length).toBeGreaterThan(10));

  for (const { path, examples } of files)
    describe(path, () => {
      for (const [, call, printed] of examples)
        it(`${call} gives ${printed}`, async () => {
          const scope = (await import(`../../${path}`)) as Record<string, unknown>;
          const actual = evaluate(call!, scope);
          const expected = evaluate(printed!, scope);
          if (typeof expected === 'number' && Number.isFinite(expected) && !Number.isInteger(expected))
            expect(actual).toBeCloseTo(expected, decimals(printed!));
          else expect(actual).toEqual(expected);
        });
    });
});
