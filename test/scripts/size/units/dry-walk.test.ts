import { describe, expect, it } from 'vitest';
import { dryWalk, type WalkedJourney } from '../../../../scripts/size/units/dry-walk.ts';

interface Walker {
  random(): number;
  account: { email: string };
  think(time: string): Promise<void>;
  wait(time: string): Promise<void>;
  get(step: string, path: string, ask?: object): Promise<unknown>;
  post(step: string, path: string, ask?: object): Promise<unknown>;
  all(step: string, requests: readonly object[]): Promise<unknown>;
  giveUp(reason: string): never;
}
const journey = (name: string, share: number, run: (user: Walker) => Promise<void>): WalkedJourney => ({
  name,
  share,
  run: (user) => run(user as Walker),
});

describe('dryWalk', () => {
  it('counts requests by the shares of the journeys, and those by chance', async () => {
    const look = journey('look', 0.75, async (user) => {
      await user.think('1 s');
      await user.get('list', '/list', { read: (answer: { number(path: string): number }) => answer.number('a.0.id') });
      if (user.random() < 0.5) await user.get('detail', '/1');
    });
    const buy = journey('buy', 0.25, async (user) => {
      await user.post('enter', '/enter', { json: { email: user.account.email.toUpperCase() } });
      await user.all('page', [{ path: '/a' }, { path: '/b' }]);
    });
    const { visits, cutShort } = await dryWalk([look, buy]);
    expect(cutShort).toEqual([]);
    expect(visits).toMatchObject({ enter: expect.closeTo(0.25, 9), list: expect.closeTo(0.75, 9), page: expect.closeTo(0.5, 9) });
    // 0.75 × 0.5; 400 walks of it have a standard deviation of 0.019.
    expect(visits.detail).toBeCloseTo(0.375, 1);
    expect(await dryWalk([look, buy])).toEqual({ visits, cutShort });
  });

  it('does not wait for a clock, and goes on behind it', async () => {
    const wait = journey('wait', 1, async (user) => {
      await user.wait('1 h');
      await user.get('after', '/');
    });
    expect(await dryWalk([wait])).toEqual({ visits: { after: expect.closeTo(1, 9) }, cutShort: [] });
  });

  it('says where a made-up answer ended a journey, and ends one that never would', async () => {
    const refusing = journey('pay', 0.5, async (user) => {
      await user.post('begin', '/');
      await user.post('end', '/', {
        read: (answer: { text(): string; refuse(why: string): never }) => answer.text() === 'ok' || answer.refuse('no'),
      });
      await user.post('never', '/');
    });
    const endless = journey('poll', 0.5, async (user) => {
      for (;;) await user.get('poll', '/');
    });
    const { visits, cutShort } = await dryWalk([refusing, endless]);
    expect(cutShort).toEqual([
      { journey: 'pay', step: 'end' },
      { journey: 'poll', step: 'poll' },
    ]);
    expect(visits).toMatchObject({ begin: expect.closeTo(0.5, 9), end: expect.closeTo(0.5, 9), poll: expect.closeTo(100, 9) });
    expect(visits.never).toBeUndefined();
  });
});
