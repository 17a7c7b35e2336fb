import { describe, expect, it } from 'vitest';
import { judgeWalk } from '../../../../scripts/rehearse/walk/judge-walk.ts';
import { readWalk } from '../../../../scripts/rehearse/walk/walk-lines.ts';

const request = (journey: string, step: string, more: object = {}): string =>
  JSON.stringify({
    surgeproof: 'walk',
    journey,
    step,
    method: 'GET',
    path: `/${step}`,
    status: 200,
    ms: 3,
    cause: null,
    body: '',
    ...more,
  });
const end = (journey: string, ended: string, reason = ''): string => JSON.stringify({ surgeproof: 'walk-end', journey, ended, reason });
const judge = (lines: readonly string[], said: readonly string[] = [], journeys = ['buy']) => judgeWalk(readWalk(lines), journeys, said);

describe('judgeWalk', () => {
  it('lists the steps of each journey in their order, each once', () => {
    const lines = [
      request('buy', 'items'),
      request('buy', 'items'),
      request('buy', 'pay'),
      end('buy', 'finished'),
      'no JSON',
      '{"surgeproof":"head"}',
    ];
    expect(judge(lines)).toEqual({ steps: { buy: ['items', 'pay'] }, mistakes: [], failures: [], notes: [] });
  });

  it('says which request failed, with the beginning of its body', () => {
    const failed = { status: 401, cause: 'HTTP 401 who are you', body: `{"error":\n"${'x'.repeat(300)}` };
    const { failures } = judge([request('buy', 'items', failed), end('buy', 'gave-up', 'HTTP 401')]);
    expect(failures[0]).toMatch(/^journey buy: step items: 401, body \{"error": "x{189}…; GET \/items$/);
  });

  it('says why an answer with a good status was not good, and that there was none', () => {
    const unreadable = { status: 200, cause: 'token: must be there', body: 'hello' };
    expect(judge([request('buy', 'items', unreadable), end('buy', 'gave-up')]).failures).toEqual([
      'journey buy: step items: 200, body hello (token: must be there); GET /items',
    ]);
    const unread = { status: 200, cause: 'HTTP 200 with an answer that cannot be read: no "token"', body: '{}' };
    expect(judge([request('buy', 'items', unread), end('buy', 'gave-up')]).failures).toEqual([
      'journey buy: step items: 200, body {} (an answer that cannot be read: no "token"); GET /items',
    ]);
    const unexpected = { status: 302, cause: 'HTTP 302, which the surge does not expect', body: '' };
    expect(judge([request('buy', 'items', unexpected), end('buy', 'gave-up')]).failures).toEqual([
      'journey buy: step items: 302, without a body (which the surge does not expect); GET /items',
    ]);
    const silent = { status: null, cause: 'timeout' };
    expect(judge([request('buy', 'items', silent), end('buy', 'gave-up')]).failures).toEqual([
      'journey buy: step items: no answer (timeout); GET /items',
    ]);
  });

  it('forgives a failed try that led to a good end, and notes a person who gave up by the surge', () => {
    expect(
      judge([request('buy', 'items', { status: 503, cause: 'HTTP 503' }), request('buy', 'items'), end('buy', 'finished')]).failures,
    ).toEqual([]);
    expect(judge([request('buy', 'items'), end('buy', 'gave-up', 'sold out')]).notes).toEqual([
      'journey buy: the person gave up: sold out',
    ]);
  });

  it('blames the script for its exceptions, and for a script that did not begin', () => {
    expect(judge([end('buy', 'script', 'TypeError: x at a.ts:3')]).mistakes).toEqual(['journey buy: TypeError: x at a.ts:3']);
    const said = [
      'ReferenceError: setInterval is not defined',
      '\tat file:///tmp/run/shop.surge.ts:4:7(12)',
      '',
      '\tat native',
      'more',
      'and more',
    ];
    expect(judge([], said).mistakes.slice(0, 2)).toEqual(['ReferenceError: setInterval is not defined', 'at shop.surge.ts:4:7']);
  });

  it('blames the script for a promise that is not awaited, although it did not end the journey', () => {
    const said = [
      'setTimeout 1 was stopped because the VU iteration was interrupted',
      'Uncaught (in promise) Error: late',
      '\tat run (file:///tmp/run-x/shop.surge.ts:9:58(3))',
    ];
    expect(judge([request('buy', 'items')], said).mistakes).toEqual([
      'a promise that is not awaited was rejected: Error: late at shop.surge.ts:9; await it, or catch its errors',
    ]);
  });

  it('does not take a journey that never ended for a good one', () => {
    expect(judge([request('buy', 'items')]).failures).toEqual([
      'journey buy: it did not end; the last request was GET /items (step items)',
    ]);
  });
});
