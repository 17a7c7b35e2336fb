import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mistyped, shownCode, untilNextCode } from '../../../scenarios/banking/journeys/codes.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 119_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The secret of RFC 4226, appendix D, in Base32. */
const token = { serial: 1, secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', drift: 0 };

it('shows the code of the minute, of a minute before, and of a clock that is wrong', () => {
  // Counters 1, 0 and 2 of RFC 4226, appendix D.
  expect(shownCode(token)).toEqual({ counter: 1, code: '287082' });
  expect(shownCode(token, 1)).toEqual({ counter: 0, code: '755224' });
  expect(shownCode({ ...token, drift: 60 })).toEqual({ counter: 2, code: '359152' });
});

it('waits for the next minute by the clock', () => {
  expect(untilNextCode()).toBe(1_000);
});

it('mistypes the last digit', () => {
  expect(mistyped({ counter: 1, code: '287089' })).toEqual({ counter: 1, code: '287080' });
});
