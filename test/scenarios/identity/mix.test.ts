import { describe, expect, it } from 'vitest';
import {
  CAUSE_SHARES,
  FAILURE_CAUSES,
  type FailureCause,
  IDENTIFICATION_METHODS,
  type IdentificationMethod,
} from '../../../models/people/identification.ts';
import { randomFrom } from '../../../models/workload/users/random.ts';
import { drawName } from '../../../scenarios/identity/attempts/draw.ts';
import { attemptMix, METHOD_SHARES, NEXT_METHODS } from '../../../scenarios/identity/attempts/mix.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the mix of attempts', () => {
  const { attempts, failing, success } = attemptMix();
  const all = sum(Object.values(attempts));

  it('fails for the stated causes in total, each only where it can', () => {
    for (const cause of FAILURE_CAUSES) {
      const failures = sum(IDENTIFICATION_METHODS.map((method) => attempts[method] * failing[method][cause]));
      expect(failures / all).toBeCloseTo(0.175 * CAUSE_SHARES[cause], 9);
    }
    expect([failing.PASS['sms-not-received'], failing.SMS['pass-absent'], failing.ARS['sms-not-received']]).toEqual([0, 0, 0]);
    // 0.35 · 0.175 of all attempts are messages that nobody got; 38 % of first attempts are by message, and more of the later ones.
    expect(failing.SMS['sms-not-received']).toBeCloseTo(0.15, 1);
  });

  it('lets about 96 of 100 people through, so that a list of checks is needed for 97', () => {
    expect(success).toBeGreaterThan(0.95);
    expect(success).toBeLessThan(0.97);
    expect(attemptMix(0.0875).success).toBeGreaterThan(0.97);
  });
});

/** Lives of so many people as the journey walks them, attempt by attempt. */
function drawn(people: number) {
  const { failing } = attemptMix();
  const random = randomFrom(13);
  const counts = Object.fromEntries(FAILURE_CAUSES.map((cause) => [cause, 0])) as Record<FailureCause, number>;
  let attempts = 0;
  for (let i = 0; i < people; i++) {
    let method: IdentificationMethod | null = drawName(METHOD_SHARES, random) ?? 'card';
    for (let tried = 0; method !== null && tried < 4; tried++) {
      attempts++;
      const cause: FailureCause | null = drawName(failing[method], random);
      if (cause === null) break;
      counts[cause]++;
      method = drawName(NEXT_METHODS[method], random);
    }
  }
  return { attempts, counts };
}

it('is drawn within two points of what is stated, at ten thousand attempts (χ² with p above 0.01)', () => {
  const { attempts, counts } = drawn(8_700);
  expect(attempts).toBeGreaterThan(10_000);
  const failures = sum(Object.values(counts));
  expect(Math.abs(failures / attempts - 0.175)).toBeLessThan(0.02);
  for (const cause of FAILURE_CAUSES) expect(Math.abs(counts[cause] / failures - CAUSE_SHARES[cause])).toBeLessThan(0.02);
  const chiSquare = sum(
    FAILURE_CAUSES.map((cause) => (counts[cause] - CAUSE_SHARES[cause] * failures) ** 2 / (CAUSE_SHARES[cause] * failures)),
  );
  // The 99th percentile of χ² with four degrees of freedom.
  expect(chiSquare).toBeLessThan(13.277);
});

it('draws nobody where the shares leave a rest', () => {
  expect(drawName({ a: 0.3, b: 0.3 }, () => 0.29)).toBe('a');
  expect(drawName({ a: 0.3, b: 0.3 }, () => 0.31)).toBe('b');
  expect(drawName({ a: 0.3, b: 0.3 }, () => 0.61)).toBeNull();
});
