import { describe, expect, it } from 'vitest';
import { join, poll } from '../../../reference-service/waiting-room/room/room.ts';
import { createRoomState } from '../../../reference-service/waiting-room/room/room-state.ts';
import { tick } from '../../../reference-service/waiting-room/room/room-tick.ts';

/** Ten people a second, thirty seconds after the first has joined. */
const closed = () =>
  createRoomState({ lanes: [{ name: 'all', cost: 1 }], tokensPerSecond: 10, secret: 's', passSeconds: 60, opensAfterSeconds: 30 }, 0);

const FIRST = 5_000;
const OPENING = FIRST + 30_000;

describe('doors that open later', () => {
  it('let nobody in before, not even the first, who would have a token', () => {
    const room = closed();
    const { key } = join(room, 0, FIRST);
    for (let now = FIRST; now < OPENING; now += 50) tick(room, now);
    expect(poll(room, key, OPENING - 1).state).toBe('waiting');
  });

  it('let people in at the pace of the tokens once they are open, in the order of joining', () => {
    const room = closed();
    const keys = Array.from({ length: 40 }, () => join(room, 0, FIRST).key);
    for (let now = FIRST; now <= OPENING + 2_000; now += 50) tick(room, now);
    const states = keys.map((key) => poll(room, key, OPENING + 2_000).state);
    const admitted = states.filter((state) => state === 'admitted').length;
    // Two seconds of ten tokens, and the one token an idle lane keeps.
    expect(admitted).toBeGreaterThanOrEqual(20);
    expect(admitted).toBeLessThanOrEqual(22);
    expect(states.slice(0, admitted).every((state) => state === 'admitted')).toBe(true);
  });

  it('are part of the wait that is announced: 30 s and 100 people at 10 a second are 40 s', () => {
    const room = closed();
    for (let n = 0; n < 99; n++) join(room, 0, FIRST);
    const { answer } = join(room, 0, FIRST);
    if (answer.state !== 'waiting') throw new Error('must wait');
    expect(answer.waitMs).toBeGreaterThan(39_000);
    expect(answer.waitMs).toBeLessThanOrEqual(40_100);
  });

  it('keep the places of those who wait for them', () => {
    const room = closed();
    const { key } = join(room, 0, FIRST);
    for (let now = FIRST; now <= FIRST + 25_000; now += 50) tick(room, now);
    expect(poll(room, key, FIRST + 25_000).state).toBe('waiting');
  });
});
