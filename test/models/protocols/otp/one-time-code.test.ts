import { describe, expect, it } from 'vitest';
import { BANK_STEP, codeOfCounter, counterAt, matchingCounter } from '../../../../models/protocols/otp/one-time-code.ts';

/** Secret of the vectors in RFC 4226, appendix D, and RFC 6238, appendix B. */
const SECRET = Buffer.from('12345678901234567890');

describe('the code of a counter', () => {
  it('is that of RFC 4226, appendix D', () => {
    const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
    expect(codes.map((_, counter) => codeOfCounter(SECRET, counter))).toEqual(codes);
  });

  it('is that of RFC 6238, appendix B, with eight digits and steps of 30 s', () => {
    const vectors: Readonly<Record<number, string>> = {
      59: '94287082',
      1111111109: '07081804',
      1111111111: '14050471',
      1234567890: '89005924',
      2000000000: '69279037',
      20000000000: '65353130',
    };
    for (const [second, code] of Object.entries(vectors))
      expect(codeOfCounter(SECRET, counterAt(1_000 * Number(second), 30), 8)).toBe(code);
  });

  it('takes counters above 32 bits', () => {
    // By createHmac('sha1', …) of Node over the bytes 00 00 00 01 00 00 00 00, truncated by readUInt32BE.
    expect(codeOfCounter(SECRET, 0x1_0000_0000)).toBe('999456');
  });
});

it('counts the steps of a bank by the minute', () => {
  expect([counterAt(59_999), counterAt(60_000), BANK_STEP]).toEqual([0, 1, 60]);
});

describe('a window of one step', () => {
  const around = { before: 1, after: 1 };
  const found = (counter: number) => matchingCounter(SECRET, codeOfCounter(SECRET, counter), 100, around);

  it('accepts the present code, the one before and the next, and no other', () => {
    expect([98, 99, 100, 101, 102].map(found)).toEqual([null, 99, 100, 101, null]);
  });

  it('may be longer on one side', () => {
    expect(matchingCounter(SECRET, codeOfCounter(SECRET, 90), 100, { before: 10, after: 0 })).toBe(90);
    expect(matchingCounter(SECRET, codeOfCounter(SECRET, 101), 100, { before: 10, after: 0 })).toBeNull();
  });
});
