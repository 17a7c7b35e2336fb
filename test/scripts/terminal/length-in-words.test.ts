import { expect, it } from 'vitest';
import { lengthInWords } from '../../../scripts/terminal/length-in-words.ts';

it.each([
  [0.5, '0.5 s'],
  [45, '45 s'],
  [60, '1 min'],
  [70, '1 min 10 s'],
  [3_600, '1 h'],
  [5_400, '1 h 30 min'],
  [7 * 86_400, '7 d'],
])('says %d seconds as %s', (seconds, words) => expect(lengthInWords(seconds)).toBe(words));
