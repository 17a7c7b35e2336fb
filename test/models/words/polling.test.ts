import { describe, expect, it } from 'vitest';
import { sayPolling } from '../../../models/words/polling.ts';

describe('sayPolling', () => {
  it.each([
    [{ line: 'native', because: null }, 'in Go, by the native line'],
    [{ line: 'typescript', because: 'asked' }, 'in TypeScript, as --line asks'],
    [
      { line: 'typescript', because: 'dialect' },
      'in TypeScript, since the dialect of the waiting room does not say how a waiting answer looks',
    ],
    [{ line: 'typescript', because: 'k6' }, 'in TypeScript, since this k6 has no native line'],
    // A folder of somebody else may say no reason.
    [{ line: 'typescript', because: null }, 'in TypeScript'],
  ] as const)('says %o', (polling, text) => expect(sayPolling(polling)).toBe(text));
});
