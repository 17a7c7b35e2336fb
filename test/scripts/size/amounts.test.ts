import { describe, expect, it } from 'vitest';
import { budget, perSecond, seconds, share } from '../../../scripts/size/amounts.ts';

describe('amounts', () => {
  it('are read in the grammar of surge files', () => {
    expect([seconds('t', '1.5 s'), perSecond('r', '3600/h'), share('s', '0.7 %'), budget('b', 'p99.9<=1s')]).toEqual([
      1.5,
      1,
      0.007,
      { percentile: 99.9, limit: 1 },
    ]);
  });

  it.each([
    seconds('t', '0ms'),
    seconds('t', '40'),
    perSecond('r', '12'),
    perSecond('r', '1,5/s'),
    share('s', '-1'),
    share('s', ''),
    budget('b', 'p100=1s'),
    budget('b', 'p99=fast'),
  ])('are refused with the rule: %j', (problem) => expect(problem).toHaveProperty('problem', expect.stringContaining('must be')));

  it.each([
    ['0.1', '10%'],
    ['95', '95%'],
  ])('names the spelling of a share without a unit: %s is %s', (text, written) =>
    expect(share('--sd', text)).toEqual({ problem: `--sd: must be a share in percent such as 10%, got ${text}; write ${written}` }),
  );
});
