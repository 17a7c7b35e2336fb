import type { FastifyInstance, FastifyReply } from 'fastify';
import { complete, heartbeat, join, leave, poll, status } from '../room/room.ts';
import type { GoneState, RoomAnswer } from '../room/room-answer.ts';
import type { RoomState } from '../room/room-state.ts';
import { announced, forgets } from '../room-bugs.ts';
import { errorSchema, joinSchema, pollSchema, statusSchema } from './answer-schemas.ts';
import { goneAnswer } from './gone-answer.ts';

const keyed = { type: 'object', required: ['key'], properties: { key: { type: 'string', maxLength: 64 } } } as const;
const gone = { 404: errorSchema('The place is lost, or never was.'), 410: errorSchema('The place is no longer in use.') };
const badRequest = { 400: errorSchema('The request cannot be read.') };

const bodyOf = (answer: Extract<RoomAnswer, { state: 'waiting' | 'admitted' }>, { bug }: RoomState['options']) =>
  answer.state === 'waiting'
    ? { state: answer.state, position: answer.position, waitMs: announced(bug, answer.waitMs), pollMs: answer.pollMs }
    : { state: answer.state, pass: answer.pass, admittedAt: answer.admittedAt, expiresAt: answer.expiresAt };

function refuse(reply: FastifyReply, state: GoneState | 'waiting'): FastifyReply {
  const answer = goneAnswer(state);
  return reply.code(answer.status).send(answer.body);
}

function addJoin(server: FastifyInstance, room: RoomState, clock: () => number): void {
  const params = { type: 'object', required: ['lane'], properties: { lane: { type: 'string' } } } as const;
  const response = { 200: joinSchema, ...badRequest, 404: errorSchema('There is no such lane.') };
  const schema = { summary: 'Join a lane', operationId: 'join', params, response };
  server.post<{ Params: { lane: string } }>('/queue/:lane/join', { schema }, (request, reply) => {
    const lane = room.options.lanes.findIndex(({ name }) => name === request.params.lane);
    if (lane === -1) {
      const known = room.options.lanes.map(({ name }) => name).join(', ');
      return reply.code(404).send({ error: 'unknown-lane', message: `lane: must be one of ${known}.` });
    }
    const { key, answer } = join(room, lane, clock());
    if (answer.state !== 'waiting' && answer.state !== 'admitted') return refuse(reply, answer.state);
    return reply.send({ ticket: answer.ticket, key, ...bodyOf(answer, room.options) });
  });
}

function addPoll(server: FastifyInstance, room: RoomState, clock: () => number): void {
  const schema = {
    summary: 'Ask for the place in the queue',
    operationId: 'poll',
    querystring: keyed,
    response: { 200: pollSchema, ...badRequest, ...gone },
  };
  server.get<{ Querystring: { key: string } }>('/queue/poll', { schema }, (request, reply) => {
    const answer = poll(room, request.query.key, clock());
    if ('ticket' in answer && forgets(room.options.bug, answer.ticket)) {
      leave(room, request.query.key, clock());
      return refuse(reply, 'unknown');
    }
    return answer.state === 'waiting' || answer.state === 'admitted'
      ? reply.send(bodyOf(answer, room.options))
      : refuse(reply, answer.state);
  });
}

type Deed = (room: RoomState, key: string, now: number) => GoneState | 'waiting' | null;

const DEEDS: Readonly<Record<string, { readonly summary: string; readonly does: Deed }>> = {
  heartbeat: { summary: 'Say that one is still there', does: heartbeat },
  leave: { summary: 'Leave the queue', does: leave },
  complete: { summary: 'Give the place back after the journey', does: complete },
};

function addDeeds(server: FastifyInstance, room: RoomState, clock: () => number): void {
  const done = { 204: { type: 'null', description: 'Done; asking twice does no harm.' } };
  for (const [name, { summary, does }] of Object.entries(DEEDS)) {
    const response = { ...done, ...badRequest, ...gone, ...(name === 'complete' ? { 409: errorSchema('Not let in yet.') } : {}) };
    const schema = { summary, operationId: name, body: keyed, response };
    server.post<{ Body: { key: string } }>(`/queue/${name}`, { schema }, (request, reply) => {
      const state = does(room, request.body.key, clock());
      // The second time finds it done already: a client that got no answer may simply repeat.
      const repeated = (name === 'complete' && state === 'completed') || (name === 'leave' && (state === 'left' || state === 'completed'));
      return state === null || repeated ? reply.code(204).send() : refuse(reply, state);
    });
  }
}

/** The plain JSON protocol of the waiting room. `clock` gives Unix time in milliseconds. */
export function addJsonRoutes(server: FastifyInstance, room: RoomState, clock: () => number): void {
  addJoin(server, room, clock);
  addPoll(server, room, clock);
  addDeeds(server, room, clock);
  const schema = { summary: 'What has happened in every lane', operationId: 'status', response: { 200: statusSchema } };
  server.get('/queue/status', { schema }, () => {
    const lanes = status(room, clock()).map((lane, i) => [room.options.lanes[i]!.name, lane] as const);
    return { lanes: Object.fromEntries(lanes), tokensPerSecond: room.options.tokensPerSecond };
  });
}
