import { expect } from 'vitest';
import { Refusal } from '../../models/refusal.ts';

/** Asserts that a question is refused with a code and a sentence. */
export function expectRefusal(ask: () => unknown, code: Refusal['code'], sentence: RegExp): void {
  let thrown: unknown;
  try {
    ask();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(Refusal);
  expect((thrown as Refusal).code).toBe(code);
  expect((thrown as Refusal).message).toMatch(sentence);
}
