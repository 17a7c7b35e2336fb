import type { CookieJar } from 'k6/http';
import type { RoomPlace, WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import { type Random, randomFrom } from '../../models/workload/users/random.ts';
import { nextRetry } from '../../models/workload/users/retry.ts';
import { type Ending, endingOfAnswer, endingOfUnreadable, wasCut } from '../recording/ending.ts';
import { bookAnswer, bookError, type Heard, type Sent } from '../users/booking.ts';
import type { Host } from '../users/context.ts';
import { STATE } from '../users/rows.ts';
import { STREAM } from '../users/streams.ts';
import { bookLineCutShort } from './cut-short.ts';
import { createErrands, type Errand } from './errands.ts';
import { createGiveBack, type GiveBack } from './give-back.ts';
import type { LineEnd } from './line-end.ts';
import type { NativeLine } from './open-native.ts';
import { admissionOf, enterLine, leaverOf } from './people-in-line.ts';
import { createNativePolls } from './polls/native-polls.ts';
import { createWheelPolls, type Polls } from './polls/polls.ts';
import type { BackEnds } from './polls/take-back.ts';
import { createRoomCookies, type RoomCookies } from './room-cookies.ts';
import { type RoomRequests, roomRequests } from './room-requests.ts';

/** The people of one VU who stand in line. Each is a row; nothing else is kept of them while they wait. */
export interface Line {
  /** Puts a row at the end of its lane; `intended` is when the person wanted to. */
  join(row: number, intended: number): void;
  /** What a person does whose time on the wheel has come: ask for the place, join again, or lose patience. */
  wake(row: number): void;
  /** A person is through, whose cookies are these: gives the place back. */
  complete(row: number, jar: CookieJar | null): void;
  /** Puts into the book what is not there yet, before it writes a line. */
  collect(): void;
  /** Books what the end of the run leaves without an answer. */
  end(): void;
}

interface Context {
  readonly host: Host;
  readonly end: LineEnd;
  readonly dialect: WaitingRoomDialect;
  readonly requests: RoomRequests;
  readonly cookies: RoomCookies;
  readonly giveBack: GiveBack;
  readonly polls: Polls;
  readonly random: Random;
  readonly join: number;
  readonly poll: number;
  /** An errand for a request of a row. */
  errand(row: number): Errand;
}

/** Acts on what a person is told of their place. */
function follow(line: Context, row: number, asked: number, place: RoomPlace): void {
  const { host, end, dialect, cookies } = line;
  const { rows, book } = host;
  rows.failures[row] = 0;
  if (place.state === 'waiting') {
    rows.state[row] = STATE.inLine;
    rows.waiting[row] = asked;
    line.polls.wait(row, Math.min(host.now() + place.pollMs, rows.giveUpAt[row]!));
    return;
  }
  book.admission(admissionOf(host, row, place.admittedAt));
  end.admitted(row, { headers: dialect.enter(place.pass), jar: cookies.take(row), passEnds: place.expiresAt ?? 0 });
}

/** A person whose last request failed does not leave for want of patience alone. */
function abandon({ host, end, cookies, giveBack }: Context, row: number, cause: string): void {
  host.book.abandoned();
  if (host.rows.state[row] === STATE.inLine) {
    host.book.unadmitted(leaverOf(host, row));
    giveBack(row, 'leave', cookies.own(row));
  }
  cookies.take(row);
  if (host.rows.failures[row] === 0) end.lostPatience(row, cause);
  else end.gaveUp(row, cause);
}

/** A person who cannot join tries again as people do; polling is the app's, which stops only when the tries are used up. */
function tryAgain(line: Context, row: number, ending: Ending): void {
  const { rows, profile, wheel, now } = line.host;
  const failures = rows.failures[row]! + 1;
  rows.failures[row] = failures;
  const joining = rows.state[row] === STATE.joining;
  const policy = joining ? profile.retry : { ...profile.retry, probability: 1 };
  const pause = nextRetry(policy, failures, line.random);
  const wait = joining ? wheel.put : line.polls.wait;
  if (pause === null) abandon(line, row, ending.cause);
  else wait(row, Math.min(now() + pause, rows.giveUpAt[row]!));
}

/** The waiting room has forgotten the place: the person starts at the end again. */
function losePlace(line: Context, row: number, request: Sent, response: Heard): void {
  const { host } = line;
  const ending = { outcome: 'rejected', cause: `HTTP ${response.status}: place in the queue lost`, owner: 'system' } as const;
  host.book.lostPlace();
  host.rows.key[row] = '';
  host.rows.state[row] = STATE.joining;
  send(line, row, bookAnswer(host, request, response, response.status, ending));
}

/** Reads an answer of the waiting room. */
function answered(line: Context, row: number, request: Sent, response: Heard): void {
  const { host, dialect, cookies } = line;
  const { status } = response;
  const body = typeof response.body === 'string' ? response.body : '';
  const place = dialect.read(status, body, host.rows.key[row]!);
  const joining = request.step === line.join;
  // Whoever joins or is admitted may be given a cookie at any time; those who only wait, in the first answers of the run.
  const waits = place !== null && place !== 'lost' && place.state === 'waiting';
  if (joining || !waits || cookies.isWatching()) cookies.answered(row, response, joining);
  if (place === 'lost' && request.step === line.poll) {
    losePlace(line, row, request, response);
    return;
  }
  if (place === null || place === 'lost') {
    const ending = status < 400 ? endingOfUnreadable(status, 'no place in the queue') : endingOfAnswer(status, undefined);
    bookAnswer(host, request, response, status, ending);
    tryAgain(line, row, ending);
    return;
  }
  bookAnswer(host, request, response, status, null);
  if (joining) enterLine(host, row, request.sent, place);
  follow(line, row, request.sent, place);
}

function failed(line: Context, row: number, request: Sent, error: unknown): void {
  const { host } = line;
  if (wasCut(error)) host.stop.stop();
  if (!host.over) tryAgain(line, row, bookError(host, request, error));
}

/** Joins, or asks for the place of somebody who has one; whoever is not asleep in line waits for the answer to what was due last. */
function send(line: Context, row: number, intended: number): void {
  const { host } = line;
  host.rows.due[row] = intended;
  const joining = host.rows.state[row] === STATE.joining;
  if (joining) line.cookies.joining(row);
  const errand = line.errand(row);
  const { request } = errand;
  request.step = joining ? line.join : line.poll;
  request.intended = intended;
  request.sent = host.now();
  const asked = line.requests.ask(joining ? 'join' : 'poll', row, request, line.cookies.jarOf(row));
  if (asked === null) throw new Error('waitingRoom.ask: must return a request for joining and polling, got null');
  asked.then(errand.answered, errand.unanswered);
}

/** @param native the poller in Go; null where the wheel wakes people who wait */
export function createLine(host: Host, dialect: WaitingRoomDialect, native: NativeLine | null, end: LineEnd): Line {
  const { rows, steps } = host;
  const cookies = createRoomCookies();
  const requests = roomRequests(host, dialect);
  const giveBack = createGiveBack(host, dialect, requests);
  const random = randomFrom(host.run.seed, STREAM.line, host.vu);
  const [join, poll] = [steps.entries['queue-join']!.index, steps.entries['queue-poll']!.index];
  const ends: BackEnds = {
    answered(row, request, response) {
      if (!host.over) answered(line, row, request, response);
    },
    unanswered: (row, request, error) => failed(line, row, request, error),
    wake,
    broke: end.broke,
  };
  const polls = native === null ? createWheelPolls(host) : createNativePolls({ host, native, requests, cookies, ends });
  const line: Context = { host, end, dialect, requests, cookies, giveBack, polls, random, join, poll, errand: createErrands(ends) };
  /** Sends, and ends this person alone when a function of the surge file throws: k6 would end the VU with everybody in it. */
  function sendSafely(row: number, intended: number): void {
    try {
      send(line, row, intended);
    } catch (error) {
      end.broke(row, rows.state[row] === STATE.joining ? join : poll, error);
    }
  }

  function wake(row: number): void {
    const due = rows.due[row]!;
    if (due >= rows.giveUpAt[row]!) abandon(line, row, 'lost patience with the queue');
    else sendSafely(row, due);
  }

  return {
    join(row, intended) {
      rows.key[row] = '';
      rows.state[row] = STATE.joining;
      sendSafely(row, intended);
    },
    wake,
    complete: (row, jar) => giveBack(row, 'complete', jar),
    collect: polls.collect,
    end() {
      polls.end();
      bookLineCutShort(host);
    },
  };
}
