import type { GoneState } from '../room/room-answer.ts';

/** An error as it goes over the wire. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: { readonly error: string; readonly message: string };
}

const ANSWERS: Readonly<Record<GoneState | 'waiting', ErrorAnswer>> = {
  unknown: { status: 404, body: { error: 'unknown-key', message: 'key: no place in the queue has this key; join again.' } },
  expired: { status: 410, body: { error: 'expired', message: 'key: the time of this pass is over; join again.' } },
  completed: { status: 410, body: { error: 'completed', message: 'key: this place was given back; join again.' } },
  left: { status: 410, body: { error: 'left', message: 'key: this place was left; join again.' } },
  waiting: {
    status: 409,
    body: { error: 'still-waiting', message: 'key: this person is still in the queue; leave, or wait to be admitted.' },
  },
};

/** What somebody hears whose key opens nothing (any more), or not what they want. */
export function goneAnswer(state: GoneState | 'waiting'): ErrorAnswer {
  return ANSWERS[state];
}
