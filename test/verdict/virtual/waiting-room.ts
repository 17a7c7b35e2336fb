import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { complete, heartbeat, join, leave, poll } from '../../../reference-service/waiting-room/room/room.ts';
import type { GoneState, RoomAnswer } from '../../../reference-service/waiting-room/room/room-answer.ts';
import { createRoomState, type RoomState } from '../../../reference-service/waiting-room/room/room-state.ts';
import { tick } from '../../../reference-service/waiting-room/room/room-tick.ts';
import { goneAnswer } from '../../../reference-service/waiting-room/routes/gone-answer.ts';
import type { Ask, Said } from './hosted-run.ts';
import { SECRET } from './voucher-service.ts';

/** Between admissions, milliseconds, and how long a pass is good for, as in the reference service. */
const TICK = 50;
const PASS_SECONDS = 600;

/** The waiting room of a virtual run. */
export interface VirtualRoom {
  readonly state: RoomState;
  answer(ask: Ask): Said;
  /** Who asks: the ticket behind the key of a request; null for a request without one. */
  ticketOf(ask: Ask): { readonly ticket: number; readonly lane: string } | null;
}

/** The room of the reference service behind its own protocol, without a server. It never looks at the clock of the machine. */
export function virtualRoom({ surge, profile }: RunConfiguration, ticks: (go: () => void) => void = (go) => go()): VirtualRoom {
  const { admissionTokens, doorsOpenAfter } = profile.service!;
  const origin = Date.now() - performance.now();
  const clock = (): number => origin + performance.now();
  const options = { lanes: surge.lanes, tokensPerSecond: admissionTokens, opensAfterSeconds: doorsOpenAfter };
  const state = createRoomState({ ...options, secret: SECRET, passSeconds: PASS_SECONDS }, clock());
  setInterval(() => ticks(() => tick(state, clock())), TICK);
  const places = new Map<string, { readonly ticket: number; readonly lane: string }>();
  const keyOf = ({ path, body }: Ask): string => /key=(.*)$/.exec(path)?.[1] ?? String(body.key ?? '');
  const answer = (ask: Ask): Said => {
    const lane = /^\/queue\/(.+)\/join$/.exec(ask.path)?.[1];
    if (lane !== undefined) {
      const { key, answer } = join(
        state,
        surge.lanes.findIndex(({ name }) => name === lane),
        clock(),
      );
      if ('ticket' in answer) places.set(key, { ticket: answer.ticket, lane });
      return told(answer, key);
    }
    const key = keyOf(ask);
    if (ask.path.startsWith('/queue/poll')) return told(poll(state, key, clock()), null);
    const deed = { heartbeat, leave, complete }[ask.path.slice('/queue/'.length)]!;
    return done(deed(state, key, clock()));
  };
  return { state, answer, ticketOf: (ask) => places.get(keyOf(ask)) ?? null };
}

/** Milliseconds that the room takes. */
const duration = 3;

function told(answer: RoomAnswer, key: string | null): Said {
  if (answer.state !== 'waiting' && answer.state !== 'admitted') return { ...goneAnswer(answer.state), duration };
  const { ticket } = answer;
  const place =
    answer.state === 'waiting'
      ? { state: answer.state, position: answer.position, waitMs: answer.waitMs, pollMs: answer.pollMs }
      : { state: answer.state, pass: answer.pass, admittedAt: answer.admittedAt, expiresAt: answer.expiresAt };
  return { status: 200, body: key === null ? place : { ...place, ticket, key }, duration };
}

const done = (state: GoneState | 'waiting' | null): Said =>
  state === null || state === 'completed' || state === 'left' ? { status: 204, duration } : { ...goneAnswer(state), duration };
