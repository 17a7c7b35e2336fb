import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../../fakes/k6/http.ts';
import { room } from '../room.ts';
import { everybody, virtualRun } from '../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the walk', () => {
  it('takes one person through each journey, shows every request, and sends nothing else', async () => {
    const asked: string[] = [];
    serve((request) => {
      asked.push(request.path);
      return request.path.startsWith('/queue') ? { status: 500 } : room(request);
    });
    const look = everybody(async (user) => void (await user.get('items', '/items?token=abc&page=2').catch(() => user.giveUp('no items'))))
      .look!;
    const buy = everybody(async (user) => {
      await user.think('30 s');
      await user.post('pay', '/pay', { json: user.account });
      throw new TypeError('x is undefined');
    }).buy!;
    const log = await virtualRun({ run: { walk: true }, journeys: { look, buy }, target: { waitingRoom: null }, seconds: 3 });
    expect(asked).toEqual(['/items?token=abc&page=2', '/pay']);
    expect([log.head, log.seconds]).toEqual([undefined, []]);
    expect(log.walk).toEqual([
      {
        surgeproof: 'walk',
        journey: 'look',
        step: 'items',
        method: 'GET',
        path: '/items?token=…&page=2',
        status: 200,
        ms: expect.any(Number),
        cause: null,
        body: '',
      },
      { surgeproof: 'walk-end', journey: 'look', ended: 'finished', reason: '' },
      {
        surgeproof: 'walk',
        journey: 'buy',
        step: 'pay',
        method: 'POST',
        path: '/pay',
        status: 200,
        ms: expect.any(Number),
        cause: null,
        body: '',
      },
      {
        surgeproof: 'walk-end',
        journey: 'buy',
        ended: 'script',
        reason: expect.stringMatching(/^TypeError: x is undefined at walk\.test\.ts:\d+$/),
      },
    ]);
  });

  it('shows the beginning of the body of a failed step, and tries nothing again', async () => {
    serve((request) => (request.path === '/items' ? { status: 503, body: `<html>${'x'.repeat(900)}` } : room(request)));
    const log = await virtualRun({
      run: { walk: true },
      journeys: everybody((user) => user.get('items', '/items').then(() => {})),
      target: { waitingRoom: null },
      seconds: 3,
    });
    expect(log.walk).toHaveLength(4);
    expect(log.walk[0]).toMatchObject({ status: 503, cause: 'HTTP 503', body: `<html>${'x'.repeat(294)}` });
    expect(log.walk[1]).toMatchObject({ ended: 'gave-up', reason: 'HTTP 503' });
  });

  it('goes through the waiting room', async () => {
    serve(room);
    const log = await virtualRun({ run: { walk: true }, journeys: everybody(async () => {}), seconds: 3 });
    expect(log.walk.filter((line) => line.surgeproof === 'walk').map(({ step }) => step)).toContain('queue-join');
    expect(log.walk.filter((line) => line.surgeproof === 'walk-end').map(({ ended }) => ended)).toEqual(['finished', 'finished']);
  });
});
