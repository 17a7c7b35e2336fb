import { describe, expect, it } from 'vitest';
import { readOptions, type TypedOptions } from '../../../../scripts/rehearse/plan/options.ts';

const read = (typed: Partial<TypedOptions>) => {
  const problems: string[] = [];
  return { options: readOptions({ seed: '1', walk: true, ...typed }, problems), problems };
};

describe('readOptions', () => {
  it('reads rates and lengths in the units of surge files', () => {
    expect(read({ rate: '1,200/min', for: '3 min' }).options).toMatchObject({ rate: 20, seconds: 180 });
    expect(read({}).options).toMatchObject({ rate: null, seconds: null, profile: null, walk: true });
  });

  it('says everything that is wrong at once', () => {
    const { problems } = read({
      seed: '-1',
      nodes: '0',
      line: 'wheel',
      rate: '50',
      for: '0s',
      quantile: 'p95',
      scale: '2',
      timezone: 'Mars/Base',
      out: '',
    });
    expect(problems).toEqual([
      '--seed: must be a whole number from 0 to 4294967295, got -1',
      '--nodes: must be a whole number from 1 to 20, got 0',
      '--out: must not be empty, got nothing',
      '--rate: must be a rate above 0 with its unit such as 50/s or 1200/min, got 50',
      '--for: must be a length of time above 0 with its unit such as 30s or 3min, got 0s',
      '--quantile: must be left out without --forecast, got p95; add --forecast <file>',
      '--scale: must be left out without --forecast, got 2; add --forecast <file>',
      '--timezone: must be a name of the IANA time zones such as Asia/Seoul or UTC, got Mars/Base',
      '--line: must be native or typescript, got wheel',
    ]);
  });

  it('takes either line, and none for the one that can be had', () => {
    expect([read({}).options.line, read({ line: 'native' }).options.line, read({ line: 'typescript' }).options.line]).toEqual([
      null,
      'native',
      'typescript',
    ]);
  });

  it('takes one address with a rate and a length, and nothing that speaks against it', () => {
    expect(read({ url: 'http://127.0.0.1:1/a', rate: '5/s', for: '3s' })).toMatchObject({
      options: { url: new URL('http://127.0.0.1:1/a') },
      problems: [],
    });
    expect(read({ url: 'http://127.0.0.1:1/a', target: 'shop' }).problems).toHaveLength(3);
    expect(read({ url: 'shop', rate: '5/s', for: '3s' }).problems).toEqual([
      '--url: must be an address with http:// or https://, got shop',
    ]);
    expect(read({ url: 'http://u:p@127.0.0.1/', rate: '5/s', for: '3s' }).problems[0]).not.toContain('u:p');
  });

  it('sends either a forecast or a rate', () => {
    expect(read({ forecast: 'f.json', rate: '5/s' }).problems).toEqual([
      '--rate: must be left out with --forecast, whose arrivals it would replace, got 5/s',
    ]);
    expect(read({ forecast: 'f.json', quantile: 'P90' }).options.forecast).toEqual({
      file: 'f.json',
      quantile: 'p90',
      event: null,
      scale: null,
    });
  });
});
