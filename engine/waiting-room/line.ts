import type { Response } from 'k6/http';
import { type Random, randomFrom } from '../../models/workload/users/random.ts';
import { nextRetry } from '../../models/workload/users/retry.ts';
import { type Ending, endingOfAnswer, wasCut } from '../recording/ending.ts';
import { jsonObject } from '../users/answer.ts';
import { bookAnswer, bookError, breakUser, type Host, stepIndex } from '../users/host.ts';
import { STATE } from '../users/rows.ts';
import { STREAM } from '../users/streams.ts';
import { tellGone } from './give-back.ts';
import { type LineRequests, lineRequests } from './line-requests.ts';
import { type Place, placeOf } from './place.ts';

const JOIN = stepIndex('queue-join');
const POLL = stepIndex('queue-poll');

/** The people of one VU who stand in line. Each is a row; nothing else is kept of them while they wait. */
export interface Line {
  /** Puts a row at the end of its lane; `intended` is when the person wanted to. */
  join(row: number, intended: number): void;
  /** What a person does whose time on the wheel has come: ask for the place, join again, or lose patience. */
  wake(row: number): void;
}

/** How a person's wait in line ends; one of them is called, once a wait. */
export interface LineEnd {
  admitted(row: number, pass: string): void;
  gaveUp(row: number, cause: string): void;
}

interface Context {
  readonly host: Host;
  readonly end: LineEnd;
  readonly requests: LineRequests;
  readonly random: Random;
}

/** One request of a person in line: who, when it was wanted, when it was sent (milliseconds since second 0). */
type Handle = (line: Context, row: number, intended: number, sent: number, response: Response) => void;

/** The person is told where they stand. */
function tell({ host, end }: Context, row: number, place: Place): void {
  const { rows, book } = host;
  rows.failures[row] = 0;
  if (place.state === 'waiting') {
    rows.state[row] = STATE.inLine;
    host.wheel.put(row, Math.min(host.now() + place.pollMs, rows.giveUpAt[row]!));
    return;
  }
  const admitted = Math.round(place.admittedAt === null ? host.now() : place.admittedAt - host.startedAt);
  book.admission(rows.lane[row]!, rows.ticket[row]!, Math.round(rows.joined[row]!), admitted, rows.announced[row]!);
  end.admitted(row, place.pass);
}

function abandon({ host, end }: Context, row: number, cause: string): void {
  host.book.abandoned();
  if (host.rows.key[row] !== '') tellGone(host, 'leave', host.rows.key[row]!);
  end.gaveUp(row, cause);
}

/** A person who cannot join tries again as people do; polling is the app's, which stops only when the tries are used up. */
function tryAgain(line: Context, row: number, ending: Ending): void {
  const { rows, profile, wheel, now } = line.host;
  const failures = rows.failures[row]! + 1;
  rows.failures[row] = failures;
  const policy = rows.state[row] === STATE.joining ? profile.retry : { ...profile.retry, probability: 1 };
  const pause = nextRetry(policy, failures, line.random);
  if (pause === null) abandon(line, row, ending.cause);
  else wheel.put(row, Math.min(now() + pause, rows.giveUpAt[row]!));
}

/** Sends a request; whatever the handling of its answer throws ends this user alone. */
function send(line: Context, row: number, step: number, intended: number, asked: Promise<Response>, handle: Handle): void {
  const { host } = line;
  const sent = host.now();
  const guarded = (work: () => void): void => {
    if (host.over) return;
    try {
      work();
    } catch (error) {
      breakUser(host, row, step, error);
    }
  };
  asked.then(
    (response) => guarded(() => handle(line, row, intended, sent, response)),
    (error) => {
      if (wasCut(error)) host.stop();
      guarded(() => tryAgain(line, row, bookError(host, step, intended, sent, error).ending));
    },
  );
}

function refused(line: Context, row: number, step: number, intended: number, sent: number, response: Response): void {
  const ending = endingOfAnswer(response.status, jsonObject(response.body).error);
  bookAnswer(line.host, step, intended, sent, response, ending);
  tryAgain(line, row, ending);
}

const joined: Handle = (line, row, intended, sent, response) => {
  const { rows } = line.host;
  const place = response.status === 200 ? placeOf(jsonObject(response.body)) : null;
  if (place === null || place.ticket === null || place.key === null) {
    refused(line, row, JOIN, intended, sent, response);
    return;
  }
  bookAnswer(line.host, JOIN, intended, sent, response, null);
  rows.ticket[row] = place.ticket;
  rows.key[row] = place.key;
  rows.joined[row] = sent;
  rows.announced[row] = place.state === 'waiting' ? (place.waitMs ?? -1) : 0;
  tell(line, row, place);
};

const polled: Handle = (line, row, intended, sent, response) => {
  const { status } = response;
  const place = status === 200 ? placeOf(jsonObject(response.body)) : null;
  if (place !== null) {
    bookAnswer(line.host, POLL, intended, sent, response, null);
    tell(line, row, place);
  } else if (status === 404 || status === 410) losePlace(line, row, intended, sent, response);
  else refused(line, row, POLL, intended, sent, response);
};

/** The waiting room has forgotten the place: the person starts at the end again. */
const losePlace: Handle = (line, row, intended, sent, response) => {
  const { host } = line;
  const ending = { outcome: 'rejected', cause: `HTTP ${response.status}: place in line lost`, owner: 'system' } as const;
  host.book.lostPlace();
  host.rows.key[row] = '';
  join(line, row, bookAnswer(host, POLL, intended, sent, response, ending));
};

function join(line: Context, row: number, intended: number): void {
  const { rows } = line.host;
  rows.state[row] = STATE.joining;
  send(line, row, JOIN, intended, line.requests.join(rows.lane[row]!), joined);
}

export function createLine(host: Host, end: LineEnd): Line {
  const { rows } = host;
  const line = { host, end, requests: lineRequests(host), random: randomFrom(host.settings.seed, STREAM.line, host.vu) };
  return {
    join: (row, intended) => join(line, row, intended),
    wake(row) {
      const due = rows.due[row]!;
      if (due >= rows.giveUpAt[row]!) abandon(line, row, 'lost patience with the line');
      else if (rows.state[row] === STATE.joining) join(line, row, due);
      else send(line, row, POLL, due, line.requests.poll(rows.key[row]!), polled);
    },
  };
}
