import { describe, expect, it } from 'vitest';
import { wrapped } from '../../../scripts/terminal/wrapped.ts';

describe('wrapped', () => {
  it('keeps within the width, loses no word, and leaves a long word whole', () => {
    const text = 'Run 12 nodes so that a zone may fail: https://example.org/a/very/long/address is not cut';
    const lines = wrapped(text, 20);
    expect(lines.join(' ')).toBe(text);
    expect(lines.filter((line) => line.length > 20)).toEqual(['https://example.org/a/very/long/address']);
    expect(wrapped(text, Number.POSITIVE_INFINITY)).toEqual([text]);
  });
});
