import { beforeEach, describe, expect, it } from 'vitest';
import { createVerification, type Verification } from '../../../../reference-service/onnuri/identity/verification.ts';

let now = 0;
let verification: Verification;
beforeEach(() => {
  now = 1_000;
  verification = createVerification(() => now);
  verification.send('request', 'session', '123456');
});

describe('a code', () => {
  it('may be wrong four times; the fifth blocks, and the right one comes too late', () => {
    const answers = Array.from({ length: 20 }, () => verification.confirm('request', 'session', '000000'));
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(4);
    expect(answers.filter((answer) => answer === 'blocked')).toHaveLength(16);
    expect(verification.confirm('request', 'session', '123456')).toBe('blocked');
    expect(verification.verifiedAt('session')).toBeNull();
  });

  it('is good for 180 s and not longer', () => {
    now += 180_000;
    expect(verification.confirm('request', 'session', '123456')).toBe('verified');
    now += 1;
    expect(verification.confirm('request', 'session', '123456')).toBe('expired');
  });

  it('belongs to the session it was sent to', () => {
    verification.send('other', 'stranger', '654321');
    expect(verification.confirm('other', 'session', '654321')).toBe('unknown');
    expect(verification.confirm('nothing', 'session', '123456')).toBe('unknown');
  });

  it('is forgotten two minutes after its end, while others are sent', () => {
    now += 300_001;
    verification.send('later', 'session', '111111');
    expect(verification.confirm('request', 'session', '123456')).toBe('unknown');
  });
});

it('holds a session for verified for ten minutes after its code', () => {
  verification.confirm('request', 'session', '123456');
  now += 599_999;
  expect(verification.verifiedAt('session')).toBe(1_000);
  now += 1;
  expect(verification.verifiedAt('session')).toBeNull();
});
