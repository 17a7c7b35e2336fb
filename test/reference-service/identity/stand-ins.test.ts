import { describe, expect, it } from 'vitest';
import { closedFor } from '../../../reference-service/identity/app/others/desk.ts';
import { gatewayOf } from '../../../reference-service/identity/app/others/gateway.ts';
import { sendLimitsOf } from '../../../reference-service/identity/app/state/send-limits.ts';
import { chanceOf, oddCauses } from '../../../reference-service/identity/audit/cause-check.ts';
import { clocksOf } from '../../../reference-service/identity/rules.ts';

describe('the gateway', () => {
  it('delivers in about four seconds while its buckets hold, and half a minute later beyond', () => {
    const gateway = gatewayOf({ senders: 2, perSender: 100 }, 1, 1, () => 0);
    const arrivals = Array.from({ length: 2_000 }, () => gateway.send());
    const within = arrivals.slice(0, 200).sort((a, b) => a! - b!);
    expect(Math.abs(within[100]! - 4_000)).toBeLessThan(800);
    // 1,800 of 2,000 find no room in the second that two buckets hold; one of twenty of them is dropped.
    const beyond = arrivals.slice(200);
    const dropped = beyond.filter((one) => one === null).length;
    expect(Math.abs(dropped / 1_800 - 0.05)).toBeLessThan(0.015);
    expect(Math.min(...beyond.map((one) => one ?? Number.POSITIVE_INFINITY))).toBeGreaterThan(30_000);
    // The last waits for the ten seconds that the buckets need for 2,000 messages, less the one they held.
    expect(arrivals.at(-1) ?? arrivals.at(-2)).toBeGreaterThan(39_000);
  });
});

describe('the desk', () => {
  it('is open from nine to six, from five o’clock on in a run', () => {
    const hour = 100;
    expect(closedFor(0, hour)).toBe(0);
    expect(closedFor(99, hour)).toBe(0);
    expect(closedFor(100, hour)).toBe(1_500);
    expect(closedFor(1_000, hour)).toBeCloseTo(600, 9);
    expect(closedFor(1_600, hour)).toBe(0);
  });
});

it('sends five codes a day, and takes back what was not sent', () => {
  let now = 0;
  const limits = sendLimitsOf({ resendAfter: 60, day: 1_000 }, () => now);
  limits.take(1)();
  for (let i = 0; i < 5; i++) {
    limits.take(1);
    now += 60;
  }
  expect(() => limits.take(1)).toThrow('Five codes a day');
  limits.take(2);
  now = 1_001;
  limits.take(1);
});

it('keeps rules as in life at speed 1, and shortens those of minutes and of hours apart', () => {
  expect(clocksOf({ minutes: 1, hours: 1 })).toMatchObject({ codeGoodFor: 180_000, resendAfter: 60_000, success: 600_000 });
  const { blocks, codeGoodFor, day } = clocksOf({ minutes: 10, hours: 2_880 });
  expect([codeGoodFor, day]).toEqual([18_000, 30_000]);
  expect(blocks).toEqual({ mismatch: 30_000, 'sms-code': 7_500, abnormal: 60_000, theft: null, other: null });
});

describe('the causes', () => {
  it('are odd when a share is off by more than two points and by more than chance', () => {
    const stated = { 'sms-not-received': 35, 'pass-absent': 25, browser: 20, input: 15, network: 5 };
    expect(oddCauses(stated)).toEqual([]);
    expect(oddCauses({ ...stated, 'sms-not-received': 45 })).toEqual([]);
    expect(oddCauses({ 'sms-not-received': 0, 'pass-absent': 0, browser: 0, input: 0, network: 0 })).toEqual([]);
    expect(oddCauses({ ...stated, 'sms-not-received': 135 })[0]).toBe('sms-not-received: 67.5 % of 200 failures, 35.0 % stated');
  });

  it('have the chance of the table of χ²: 1 % at 13.277 with four degrees of freedom', () => {
    expect(chanceOf(13.277)).toBeCloseTo(0.01, 5);
  });
});
