import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitLines } from '../../../scripts/processes/split-lines.ts';

function split(pieces: readonly string[], longest = 1_000): string[] {
  const lines: string[] = [];
  const { take, end } = splitLines((line) => lines.push(line), longest);
  for (const piece of pieces) take(piece);
  end();
  return lines;
}

it('splits at line feeds alone, with or without a carriage return', () => {
  expect(split(['a\nb\r\n\nc'])).toEqual(['a', 'b', '', 'c']);
  // JSON leaves these as they are; a readline of Node splits at each of them.
  expect(split(['a\u2028b\u2029c\rd\n'])).toEqual(['a\u2028b\u2029c\rd']);
});

it('splits the same however the text comes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\u2028') })), (pieces) => {
      expect(split(pieces)).toEqual(split([pieces.join('')]));
    }),
  );
});

it('keeps no more of a line than it may, and one character to show that there was more', () => {
  expect(split(['abc', 'def', 'ghi\nx'], 4)).toEqual(['abcde', 'x']);
});
