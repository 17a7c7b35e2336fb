import http from 'k6/http';
import { endingOfAnswer } from '../recording/ending.ts';
import { jsonObject } from '../users/answer.ts';
import { bookAnswer, bookError, type Host, stepIndex } from '../users/host.ts';

const STEP = stepIndex('queue-leave');

/** A person whose pass ran out meanwhile is gone already. */
const EXPIRED = 410;

/** Tells the waiting room that a person is gone: measured, but nobody waits for the answer and nobody tries again. */
export function tellGone(host: Host, action: 'leave' | 'complete', key: string): void {
  const sent = host.now();
  const params = { timeout: host.profile.clientTimeout, tags: { name: 'queue-leave' }, headers: { 'content-type': 'application/json' } };
  host.detached++;
  http.asyncRequest('POST', `${host.settings.waitingRoom}/queue/${action}`, JSON.stringify({ key }), params).then(
    (response) => {
      host.detached--;
      if (host.over) return;
      const fine = (response.status >= 200 && response.status < 300) || response.status === EXPIRED;
      bookAnswer(host, STEP, sent, sent, response, fine ? null : endingOfAnswer(response.status, jsonObject(response.body).error));
    },
    (error) => {
      host.detached--;
      if (!host.over) bookError(host, STEP, sent, sent, error);
    },
  );
}
