import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration, parseRate, parseShare } from '../../../../models/definition/units/parse-units.ts';
import { sayDuration, sayShare } from '../../../../models/definition/units/say-units.ts';

describe('parseDuration', () => {
  it.each([
    ['400 ms', 400],
    ['40ms', 40],
    ['1.5 s', 1_500],
    ['.5s', 500],
    ['3 min', 180_000],
    ['2h', 7_200_000],
    ['1,200 s', 1_200_000],
    [' 10  s ', 10_000],
    ['0 s', 0],
    ['1.005 s', 1_005],
  ])('reads %j as milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['400', '', 's', '1,5 s', '1,20 s', '-1 s', '1 sec', '1 m', '1 S', '1s 2s', 'NaN s', '1e3 s', '1.s', '10 %'])(
    'refuses %j',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );

  it('reads back what sayDuration writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (milliseconds) => {
        expect(parseDuration(sayDuration(milliseconds))).toBe(milliseconds);
      }),
      { seed: 9 },
    );
  });
});

describe('parseRate', () => {
  it.each([
    ['20/s', 20],
    ['1200/s', 1_200],
    ['1,200 / s', 1_200],
    ['72,000/min', 1_200],
    ['3600 /h', 1],
    ['86400/d', 1],
    ['0.5/s', 0.5],
  ])('reads %j per second', (text, rate) => {
    expect(parseRate(text)).toBe(rate);
  });

  it.each(['20', '20/', '/s', '20/sec', '20 per s', '-1/s', '20 s'])('refuses %j', (text) => {
    expect(parseRate(text)).toBeNull();
  });
});

describe('parseShare', () => {
  it.each([
    ['0.1 %', 0.001],
    ['10%', 0.1],
    ['0.7 %', 0.007],
    ['100 %', 1],
    ['0%', 0],
  ])('reads %j', (text, share) => {
    expect(parseShare(text)).toBe(share);
  });

  it.each(['0.1', '10', '%', '10 percent'])('refuses %j', (text) => {
    expect(parseShare(text)).toBeNull();
  });

  it('reads back what sayShare writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (tenThousandths) => {
        expect(parseShare(sayShare(tenThousandths / 10_000))).toBe(tenThousandths / 10_000);
      }),
      { seed: 9 },
    );
  });
});
