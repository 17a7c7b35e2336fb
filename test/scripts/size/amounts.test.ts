import { describe, expect, it } from 'vitest';
import { budget, perSecond, seconds, secondsOfUnit, share } from '../../../scripts/size/amounts.ts';

describe('amounts', () => {
  it.each([
    ['payments/s', 1],
    ['payments per hour', 3600],
    ['payments/minutes', 60],
    ['MW', null],
  ])('%s counts by %s seconds', (unit, period) => expect(secondsOfUnit(unit)).toBe(period));

  it('reads what people write', () => {
    expect([seconds('t', '1.5 s'), perSecond('r', '3600/h'), share('s', '0.1'), budget('b', 'p99.9<=1s')]).toEqual([
      1.5,
      1,
      0.1,
      { percentile: 99.9, limit: 1 },
    ]);
  });

  it.each([seconds('t', '0ms'), perSecond('r', '12'), share('s', '-1'), budget('b', 'p100=1s'), budget('b', 'p99=fast')])(
    'names what it cannot read: %j',
    (problem) => expect(problem).toHaveProperty('problem', expect.stringContaining('must be')),
  );
});
