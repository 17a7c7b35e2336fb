import { complete, heartbeat, join, poll } from '../room/room.ts';
import type { RoomAnswer } from '../room/room-answer.ts';
import type { RoomState } from '../room/room-state.ts';

/** NetFunnel operations: take a ticket, ask, say that one is alive, give the slot back. */
export const OPCODES = ['5101', '5002', '5003', '5004'] as const;
type Opcode = (typeof OPCODES)[number];

/** A request in the NetFunnel dialect; `sid` names a service there, and this room has one. */
export interface NetfunnelRequest {
  readonly opcode: Opcode;
  readonly sid?: string;
  /** The lane. */
  readonly aid?: string;
  readonly key?: string;
}

/** 200 pass, 201 wait, 502 already complete, 505 (our reading of an undocumented code) no such key or lane. */
const CODE = { pass: 200, wait: 201, complete: 502, unknown: 505 } as const;

/** NetFunnel clients clamp the time between polls to this many seconds. */
const LONGEST_TTL = 30;

function line(opcode: string, code: number, fields: Readonly<Record<string, string | number>>): string {
  return `${opcode}:${code}:${Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`;
}

function gone(opcode: string, state: string): string {
  return line(opcode, state === 'completed' ? CODE.complete : CODE.unknown, { msg: state });
}

function told(room: RoomState, key: string, answer: RoomAnswer, now: number): string {
  if (answer.state !== 'waiting' && answer.state !== 'admitted') return gone('5002', answer.state);
  const tps = Math.round(room.tallies[answer.lane]!.admitting.at(now) * 10) / 10;
  if (answer.state === 'admitted') {
    return line('5002', CODE.pass, { key, nwait: 0, nnext: 0, tps, ttl: 0, pass: answer.pass, expires: answer.expiresAt });
  }
  const ttl = Math.min(LONGEST_TTL, Math.ceil(answer.pollMs / 1000));
  return line('5002', CODE.wait, { key, nwait: answer.position - 1, nnext: answer.behind, tps, ttl });
}

/**
 * Answers in the native dialect, `CODE:key=…&nwait=…` behind the opcode: nwait people ahead, nnext people behind, tps admissions
 * per second of the lane, ttl seconds until the next poll. A ticket (5101) is answered as a question (5002), as the original does.
 * The pass for the service, which NetFunnel does not have, is added to 200.
 */
export function answerNetfunnel(room: RoomState, { opcode, aid = '', key = '' }: NetfunnelRequest, now: number): string {
  if (opcode === '5101') {
    const lane = room.options.lanes.findIndex(({ name }) => name === aid);
    if (lane === -1) return gone('5002', 'unknown-lane');
    const joined = join(room, lane, now);
    return told(room, joined.key, joined.answer, now);
  }
  if (opcode === '5002') return told(room, key, poll(room, key, now), now);
  const state = opcode === '5003' ? heartbeat(room, key, now) : complete(room, key, now);
  if (state === null) return line(opcode, CODE.pass, { key });
  return state === 'waiting' ? line(opcode, CODE.wait, { key }) : gone(opcode, state);
}
