import { describe, expect, it } from 'vitest';
import { sayValue } from '../../../models/words/value.ts';

describe('values of criteria', () => {
  it.each([
    [1_500, 'ms', '1.5 s'],
    [0.5, 'share', '50 %'],
    [1_234_567, 'count', '1,234,567'],
    [0.99876, 'ratio', '0.9988'],
    [-1, 'ratio', '−1'],
    [null, 'ratio', '–'],
    [null, 'ms', '–'],
  ] as const)('say %s %s as %s', (value, unit, text) => expect(sayValue(value, unit)).toBe(text));
});
