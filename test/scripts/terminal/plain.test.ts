import { expect, it } from 'vitest';
import { plain } from '../../../scripts/terminal/plain.ts';

it.each([
  ['a colour', '\u001b[31mred\u001b[0m', 'red'],
  ['a window title, ended or not', '\u001b]0;title\u0007a\u001b]0;title', 'a'],
  ['a link', '\u001b]8;;http://127.0.0.1\u0007text\u001b]8;;\u0007', 'text'],
  ['a sequence of two characters', 'x\u001bMy', 'xy'],
  ['an eight-bit sequence', '\u009b31mred', 'red'],
  ['control characters, but not line feed and tab', 'a\u0000\u0007\n\tb', 'a\n\tb'],
  ['a reversal of the direction of writing', 'abc\u202ecba', 'abccba'],
])('removes %s', (_, text, left) => expect(plain(text)).toBe(left));
