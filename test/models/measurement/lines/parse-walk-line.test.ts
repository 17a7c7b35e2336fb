import { describe, expect, it } from 'vitest';
import { parseWalkLine } from '../../../../models/measurement/lines/parse-line.ts';

describe('parseWalkLine', () => {
  const request = {
    ...{ surgeproof: 'walk', journey: 'buy', step: 'items', method: 'GET', path: '/items?page=1', status: 401 },
    ...{ ms: 12.5, cause: 'HTTP 401', body: '{"error":"no token"}' },
  };

  it('reads requests, answered or not, and the end of a journey', () => {
    expect(parseWalkLine(JSON.stringify(request))).toEqual(request);
    const unanswered = { ...request, status: null, cause: null };
    expect(parseWalkLine(JSON.stringify({ ...unanswered, extra: 1 }))).toEqual(unanswered);
    const end = { surgeproof: 'walk-end', journey: 'buy', ended: 'script', reason: 'TypeError: x (buy.ts:21)' };
    expect(parseWalkLine(JSON.stringify(end))).toEqual(end);
  });

  it.each([
    [{ surgeproof: 'second' }, 'surgeproof must be walk or walk-end'],
    [{ status: 'x' }, 'status must be a whole number'],
    [{ cause: 5 }, 'cause must be a text'],
    [{ surgeproof: 'walk-end', ended: 'bored' }, 'ended must be one of finished, gave-up, script'],
  ])('says what is wrong with %j', (change, rule) => {
    expect(parseWalkLine(JSON.stringify({ ...request, ...change }))).toMatchObject({ problem: expect.stringContaining(rule) });
  });
});
