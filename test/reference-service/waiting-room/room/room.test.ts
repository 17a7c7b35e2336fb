import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyPass } from '../../../../reference-service/shared/access/pass.ts';
import { complete, heartbeat, join, leave, poll, status } from '../../../../reference-service/waiting-room/room/room.ts';
import { createRoomState, type RoomState } from '../../../../reference-service/waiting-room/room/room-state.ts';
import { tick } from '../../../../reference-service/waiting-room/room/room-tick.ts';

fc.configureGlobal({ seed: 1 });

const LANES = [
  { name: 'register', cost: 5 },
  { name: 'payment', cost: 1 },
];
/** One token a second for payments alone, none kept beyond one person: the first enters, the others wait a second each. */
const slow = (passSeconds = 60): RoomState => createRoomState({ lanes: [LANES[1]!], tokensPerSecond: 1, secret: 's', passSeconds }, 0);

const run = (room: RoomState, from: number, to: number): void => {
  for (let now = from; now <= to; now += 50) tick(room, now);
};

describe('a place', () => {
  it('is let in at the door with a pass that the app nodes accept, while there is room', () => {
    const { answer } = join(slow(), 0, 1_000);
    if (answer.state !== 'admitted') throw new Error(`must be admitted, is ${answer.state}`);
    const claims = { lane: 'payment', ticket: 1, expiresAt: 61_000 };
    expect(verifyPass(answer.pass, 's', 60_999)).toEqual({ state: 'valid', claims });
  });

  it('moves up as people ahead are let in or leave', () => {
    const room = slow();
    join(room, 0, 0);
    const [second, third, fourth] = [join(room, 0, 0), join(room, 0, 0), join(room, 0, 0)];
    expect(fourth.answer).toMatchObject({ state: 'waiting', ticket: 4, position: 3, behind: 0 });
    leave(room, third.key, 0);
    expect(poll(room, fourth.key, 0)).toMatchObject({ state: 'waiting', position: 2 });
    run(room, 0, 1_000);
    expect(poll(room, second.key, 1_000)).toMatchObject({ state: 'admitted', ticket: 2 });
    expect(poll(room, fourth.key, 1_000)).toMatchObject({ state: 'waiting', position: 1 });
  });

  it('gets the same pass again until it expires, and is then gone', () => {
    const room = slow();
    const { key, answer } = join(room, 0, 0);
    run(room, 0, 59_950);
    expect(poll(room, key, 59_999)).toEqual(answer);
    expect(poll(room, key, 60_000)).toEqual({ state: 'expired' });
    expect(status(room, 60_000)[0]).toMatchObject({ admitted: 1, inside: 0, expired: 1 });
  });

  it('has the whole time of its pass from the poll that hands it out', () => {
    const room = slow();
    join(room, 0, 0);
    const { key } = join(room, 0, 0);
    run(room, 0, 20_000);
    expect(poll(room, key, 20_000)).toMatchObject({ state: 'admitted', expiresAt: 80_000 });
  });

  it('is dropped after three pauses without a poll, which moves up those behind; a heartbeat keeps it', () => {
    const room = slow();
    const keys = Array.from({ length: 401 }, () => join(room, 0, 0).key);
    const [silent, beating, last] = [keys[300]!, keys[320]!, keys[400]!];
    for (let now = 0; now <= 200_000; now += 50) {
      tick(room, now);
      if (now % 10_000 !== 0) continue;
      heartbeat(room, beating, now);
      for (const key of keys) if (key !== silent && key !== beating) poll(room, key, now);
      // Told to ask after 59 s at joining: dropped at 178 s.
      if (now === 170_000) expect(status(room, now)[0]).toMatchObject({ dropped: 0 });
    }
    expect(poll(room, silent, 200_000)).toEqual({ state: 'unknown' });
    expect(poll(room, beating, 200_000)).toMatchObject({ state: 'waiting', ticket: 321 });
    // 401 joined, one entered at the door, 200 were let in by 200 s and one was dropped: 199 are left.
    expect(poll(room, last, 200_000)).toMatchObject({ position: 199 });
    expect(status(room, 200_000)[0]).toMatchObject({ waiting: 199, dropped: 1, admitted: 201 });
  });

  it('is not lost when the process stalls for a minute', () => {
    const room = slow();
    const keys = Array.from({ length: 200 }, () => join(room, 0, 0).key);
    run(room, 0, 10_000);
    tick(room, 70_000);
    const unknown = keys.filter((key) => poll(room, key, 70_000).state === 'unknown');
    expect(unknown).toEqual([]);
  });

  it('is given up when the person never asks for the pass', () => {
    const room = slow();
    join(room, 0, 0);
    const { key } = join(room, 0, 0);
    run(room, 0, 32_000);
    expect(poll(room, key, 32_000)).toEqual({ state: 'expired' });
    expect(status(room, 32_000)[0]).toMatchObject({ admitted: 2, inside: 1, expired: 1, dropped: 0 });
  });

  it('says what became of it after it was completed or left, and is forgotten two minutes later', () => {
    const room = slow();
    const [inside, waiting] = [join(room, 0, 0).key, join(room, 0, 0).key];
    expect(complete(room, waiting, 0)).toBe('waiting');
    expect(complete(room, inside, 0)).toBeNull();
    expect(complete(room, inside, 0)).toBe('completed');
    expect(leave(room, waiting, 0)).toBeNull();
    expect([poll(room, inside, 0).state, poll(room, waiting, 0).state]).toEqual(['completed', 'left']);
    run(room, 0, 190_000);
    expect([poll(room, inside, 190_000).state, poll(room, waiting, 190_000).state]).toEqual(['unknown', 'unknown']);
  });
});

describe('the status', () => {
  it('accounts for everybody, whatever happens', () => {
    const deed = fc.tuple(
      fc.constantFrom('join', 'join', 'poll', 'leave', 'complete', 'heartbeat', 'time'),
      fc.nat(),
      fc.integer({ min: 1, max: 9_000 }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 150 }), (deeds) => {
        const room = createRoomState({ lanes: LANES, tokensPerSecond: 4, secret: 's', passSeconds: 20 }, 0);
        const keys: string[] = [];
        let now = 0;
        for (const [what, pick, time] of deeds) {
          const key = keys[pick % Math.max(1, keys.length)] ?? 'nobody';
          if (what === 'join') keys.push(join(room, pick % 2, now).key);
          else if (what === 'time') for (const end = now + time; now < end; now += 50) tick(room, now);
          else ({ poll, leave, complete, heartbeat })[what](room, key, now);
          for (const lane of status(room, now)) {
            expect(lane.joined).toBe(lane.waiting + lane.admitted + lane.left + lane.dropped);
            expect(lane.inside).toBeGreaterThanOrEqual(0);
          }
        }
        // Everybody is gone once the last pass and the last silence are over; the book of pollers is empty again.
        for (const end = now + 400_000; now < end; now += 500) tick(room, now);
        for (const lane of status(room, now)) expect([lane.waiting, lane.inside]).toEqual([0, 0]);
        expect(room.book.besides(room.places.take())).toEqual({ people: 1, promised: 0 });
      }),
    );
  });
});
