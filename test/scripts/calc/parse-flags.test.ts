import { describe, expect, it } from 'vitest';
import { parseFlags } from '../../../scripts/calc/parse-flags.ts';
import { calcFunctions } from '../../../scripts/calc/registry.ts';

describe('parseFlags', () => {
  const read = (fn: string, text: string) => parseFlags(calcFunctions.get(fn)!, text.split(' '));

  it('reads numbers, lists, words, JSON and switches', () => {
    expect(read('mmc', '--arrivalRate 9 --service-rate=5 --servers 2 --percentiles 50,99.9')).toEqual({
      arrivalRate: 9,
      serviceRate: 5,
      servers: 2,
      percentiles: [50, 99.9],
    });
    expect(read('mmc', '--percentiles [50,99]')).toEqual({ percentiles: [50, 99] });
    expect(read('backlog', '--arrivals [[0,1],[2,3]]').arrivals).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(read('kneedle', '--online --curve convex')).toEqual({ online: true, curve: 'convex' });
    expect([read('kneedle', '--online false').online, read('kneedle', '--online=maybe').online]).toEqual([false, 'maybe']);
    expect(read('offered-load-sine', '--at -3.5').at).toBe(-3.5);
  });

  it('leaves what it cannot read to the check', () => {
    expect(read('mmc', '--servers two stray --foo 1')).toEqual({ servers: 'two', stray: true, foo: '1' });
    expect(read('mva', '--stations [{')).toEqual({ stations: '[{' });
    expect(read('mmc', '--servers')).toEqual({ servers: '' });
  });
});
