import { blankSent, type Heard, type Sent } from '../../users/booking.ts';
import type { Host } from '../../users/context.ts';
import { ASLEEP } from '../../users/rows.ts';
import { BACK, type GivenBack, type NativePolls } from '../native-module.ts';
import type { RoomCookies } from '../room-cookies.ts';
import type { RoomRequests } from '../room-requests.ts';

/** What follows when a person is given back. */
export interface BackEnds {
  answered(row: number, request: Sent, response: Heard): void;
  unanswered(row: number, request: Sent, error: unknown): void;
  /** The time of the row has come and nothing was asked. */
  wake(row: number): void;
  /** One of these threw: that ends this person alone. */
  broke(row: number, step: number, error: unknown): void;
}

export interface TakeBackDeps {
  readonly host: Host;
  readonly polls: NativePolls;
  readonly requests: RoomRequests;
  readonly cookies: RoomCookies;
  readonly ends: BackEnds;
  /** Index of the step. */
  readonly step: number;
}

/** Cookies of an answer that Go read are in a jar already. */
const NO_HEADERS = {};

/** One request serves everybody who is given back: nothing of it is kept. */
const request = blankSent();

function heardOf([, , , , , status, blocked, duration, connecting, tls_handshaking, body]: GivenBack): Heard {
  return { status, body, headers: NO_HEADERS, timings: { blocked, duration, connecting, tls_handshaking } };
}

/** Writes into the row what became of the person meanwhile, so that it is right even if the run ends before it is their turn. */
function note({ rows }: Host, [row, , intended, , waiting]: GivenBack): void {
  if (rows.asleep[row] !== ASLEEP.native || intended < rows.due[row]!) {
    throw new Error(`k6/x/surgeproof: must give a row back that it has, and once, got row ${row}`);
  }
  rows.asleep[row] = ASLEEP.no;
  rows.due[row] = intended;
  if (waiting <= rows.waiting[row]!) return;
  rows.waiting[row] = waiting;
  rows.failures[row] = 0;
}

/** Goes on, as the wheel would, with people whom the poller in Go gives back. */
export function createTakeBack({ host, polls, requests, cookies, ends, step }: TakeBackDeps): (given: readonly GivenBack[]) => void {
  function goOn(back: GivenBack): void {
    const [row, why, intended, sent, , , , , , , text, setCookie] = back;
    request.step = step;
    request.intended = intended;
    request.sent = sent;
    if (setCookie !== null) polls.keep(cookies.begin(row), requests.plainPoll(row)!.path, setCookie);
    if (why === BACK.patience) ends.wake(row);
    else if (why === BACK.unanswered) ends.unanswered(row, request, text);
    else ends.answered(row, request, heardOf(back));
  }

  return (given) => {
    if (host.over) return;
    for (const back of given) note(host, back);
    for (const back of given) {
      if (host.over) return;
      try {
        goOn(back);
      } catch (error) {
        ends.broke(back[0], step, error);
      }
    }
  };
}
