import type { WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import { endingOfAnswer } from '../recording/ending.ts';
import { bookAnswer, bookError } from '../users/booking.ts';
import type { Host } from '../users/context.ts';
import type { RoomRequests } from './room-requests.ts';

/** A person whose pass ran out meanwhile is gone already. */
const EXPIRED = 410;

/** Says to the waiting room that a person is gone: measured, but nobody waits for the answer and nobody tries again. */
export type GiveBack = (row: number, what: 'leave' | 'complete') => void;

export function createGiveBack(host: Host, dialect: WaitingRoomDialect, requests: RoomRequests): GiveBack {
  const step = host.steps.entries['queue-leave']!.index;
  return (row, what) => {
    const key = host.rows.key[row]!;
    const sent = host.now();
    const asked = requests.ask(what, row);
    if (asked === null) return;
    const request = { step, intended: sent, sent, method: asked.method, url: asked.url };
    host.detached++;
    asked.answer.then(
      (response) => {
        host.detached--;
        if (host.over) return;
        const { status } = response;
        const body = typeof response.body === 'string' ? response.body : '';
        const fine = (status >= 200 && status < 300) || status === EXPIRED || dialect.read(status, body, key) === 'lost';
        bookAnswer(host, request, response, fine ? null : endingOfAnswer(status, undefined));
      },
      (error) => {
        host.detached--;
        if (!host.over) bookError(host, request, error);
      },
    );
  };
}
