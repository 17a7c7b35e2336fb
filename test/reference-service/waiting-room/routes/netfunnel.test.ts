import { describe, expect, it } from 'vitest';
import { createRoomState } from '../../../../reference-service/waiting-room/room/room-state.ts';
import { tick } from '../../../../reference-service/waiting-room/room/room-tick.ts';
import { answerNetfunnel } from '../../../../reference-service/waiting-room/routes/netfunnel.ts';

const open = () => createRoomState({ lanes: [{ name: 'payment', cost: 1 }], tokensPerSecond: 1, secret: 's', passSeconds: 60 }, 0);
const fieldsOf = (answer: string) => Object.fromEntries(new URLSearchParams(answer.split(':')[2]));

describe('the NetFunnel dialect', () => {
  it('takes a ticket (5101): 200 with a pass while there is room, then 201 with the people ahead', () => {
    const room = open();
    const take = () => answerNetfunnel(room, { opcode: '5101', sid: 'service_1', aid: 'payment' }, 0);
    expect(take()).toMatch(/^5002:200:key=[\w-]{22}&nwait=0&nnext=0&tps=[\d.]+&ttl=0&pass=payment\.1\.[\w.-]+&expires=60000$/);
    expect(take()).toMatch(/^5002:201:key=[\w-]{22}&nwait=0&nnext=0&tps=[\d.]+&ttl=3$/);
    expect(take()).toMatch(/^5002:201:key=[\w-]{22}&nwait=1&nnext=0&tps=[\d.]+&ttl=3$/);
  });

  it('is asked (5002), told that one is alive (5003) and given the slot back (5004), once', () => {
    const room = open();
    answerNetfunnel(room, { opcode: '5101', aid: 'payment' }, 0);
    const { key = '' } = fieldsOf(answerNetfunnel(room, { opcode: '5101', aid: 'payment' }, 0));
    expect(answerNetfunnel(room, { opcode: '5003', key }, 0)).toBe(`5003:200:key=${key}`);
    expect(answerNetfunnel(room, { opcode: '5004', key }, 0)).toBe(`5004:201:key=${key}`);
    for (let now = 0; now <= 1_000; now += 50) tick(room, now);
    expect(answerNetfunnel(room, { opcode: '5002', key }, 1_000)).toMatch(/^5002:200:/);
    expect(answerNetfunnel(room, { opcode: '5004', key }, 1_000)).toBe(`5004:200:key=${key}`);
    expect(answerNetfunnel(room, { opcode: '5004', key }, 1_000)).toBe('5004:502:msg=completed');
    expect(answerNetfunnel(room, { opcode: '5002', key }, 1_000)).toBe('5002:502:msg=completed');
  });

  it('says 505 for a key or a lane it does not know', () => {
    expect(answerNetfunnel(open(), { opcode: '5002', key: 'nobody' }, 0)).toBe('5002:505:msg=unknown');
    expect(answerNetfunnel(open(), { opcode: '5101', aid: 'nowhere' }, 0)).toBe('5002:505:msg=unknown-lane');
  });

  it('never asks for less than one or more than thirty seconds between polls', () => {
    const room = open();
    for (let person = 0; person < 500; person += 1) {
      const { ttl, nwait } = fieldsOf(answerNetfunnel(room, { opcode: '5101', aid: 'payment' }, 0));
      if (person === 0) continue;
      expect(Number(nwait)).toBe(person - 1);
      expect(Number(ttl)).toBeGreaterThanOrEqual(1);
      expect(Number(ttl)).toBeLessThanOrEqual(30);
    }
  });
});
