import { describe, expect, it } from 'vitest';
import { sayShare } from '../../../models/words/share.ts';

describe('shares in sentences', () => {
  it.each([
    [0, '0 %'],
    [0.001, '0.1 %'],
    [0.9312, '93.1 %'],
    [0.9994, '99.9 %'],
    [0.99996, '99.996 %'],
    [0.9999999, '99.999 %'],
    [1, '100 %'],
    [-0.5, '−50 %'],
    [null, '–'],
  ])('say %s as %s', (share, text) => expect(sayShare(share)).toBe(text));
});
