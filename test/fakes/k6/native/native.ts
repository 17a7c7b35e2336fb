import type { CookieJar as K6CookieJar, Response } from 'k6/http';
import {
  BACK,
  type GivenBack,
  type NativeModule,
  type NativePolls,
  type NativePollsOptions,
} from '../../../../engine/waiting-room/native-module.ts';
import http, { CookieJar } from '../http.ts';
import { createTally } from './tally.ts';
import { intervalIn } from './waiting-answers.ts';

/** As the wheel of the engine has it. */
const SLOT_MS = 20;
/** People who are given back in one call. */
const MOST_BACK = 100;

/** A person whom it holds. */
interface Held {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly key: string;
  readonly giveUpAt: number;
  readonly jar: K6CookieJar | null;
  waiting: number;
  due: number;
  /** 1 on the wheel; 0 under way, overdue or on the way back. */
  asleep: number;
}

/** What a test may do to a poller. */
export interface FakePolls extends NativePolls {
  /** Gives rows back as if they had come from Go. */
  giveBack(rows: readonly GivenBack[]): void;
  readonly ended: boolean;
}

/** Pollers that were opened since `fakeNative` was called. */
export interface FakeNative extends NativeModule {
  readonly opened: FakePolls[];
}

/** `k6/x/surgeproof` in the time of the test, over the fake `k6/http`. `templates`: how many it can tell apart. */
export function fakeNative(templates = 255): FakeNative {
  const opened: FakePolls[] = [];
  return {
    opened,
    openPolls(options) {
      const polls = openPolls(options, templates);
      opened.push(polls);
      return polls;
    },
  };
}

function openPolls(options: NativePollsOptions, templates: number): FakePolls {
  const zero = performance.now() + options.startedAt - Date.now();
  const now = (): number => Math.floor(performance.now() - zero);
  const held = new Map<number, Held>();
  const slots = new Map<number, number[]>();
  const known = new Set<string>();
  const tally = createTally(options);
  const back: GivenBack[] = [];
  const overdue: number[] = [];
  let headers: Record<string, string> = {};
  let [underWay, isAnnounced, ended] = [0, false, false];

  function put(row: number, at: number): void {
    const person = held.get(row)!;
    const slot = Math.max(Math.ceil(Math.min(at, person.giveUpAt) / SLOT_MS), Math.floor(now() / SLOT_MS) + 1);
    person.due = slot * SLOT_MS;
    person.asleep = 1;
    const there = slots.get(slot);
    if (there !== undefined) there.push(row);
    else {
      slots.set(slot, [row]);
      setTimeout(() => wakeUp(slot), person.due - now());
    }
  }

  function wakeUp(slot: number): void {
    if (ended) return;
    const rows = slots.get(slot)!;
    slots.delete(slot);
    for (const row of rows) held.get(row)!.asleep = 0;
    overdue.push(...rows);
    askOn();
  }

  function askOn(): void {
    while (!ended && overdue.length > 0 && underWay < options.inFlight) ask(overdue.shift()!);
  }

  function ask(row: number): void {
    const person = held.get(row)!;
    const sent = now();
    if (person.due >= person.giveUpAt) {
      giveBack([row, BACK.patience, person.due, sent, person.waiting, 0, 0, 0, 0, 0, '', null]);
      return;
    }
    underWay++;
    const params = { headers: { ...person.headers }, timeout: options.timeoutMs, jar: person.jar ?? new CookieJar() };
    const over = (act: () => void): void => {
      underWay--;
      if (!ended) act();
      askOn();
    };
    http.asyncRequest('GET', options.base + person.path, null, params as object).then(
      (response) => over(() => answered(row, person, sent, response)),
      (error) => over(() => giveBack([row, BACK.unanswered, person.due, sent, person.waiting, 0, 0, 0, 0, 0, String(error), null])),
    );
  }

  function answered(row: number, person: Held, sent: number, { status, body, headers: said, timings }: Response): void {
    const { blocked, duration, connecting, tls_handshaking } = timings;
    const cookie = person.jar === null ? said['Set-Cookie'] : undefined;
    const pollMs = status === 200 && cookie === undefined ? intervalIn(String(body), person.key, options.waiting) : 0;
    if (pollMs > 0) {
      tally.add(person.due, sent, duration, blocked);
      person.waiting = sent;
      put(row, now() + pollMs);
    } else {
      const took = [status, blocked, duration, connecting, tls_handshaking] as const;
      giveBack([row, BACK.answered, person.due, sent, person.waiting, ...took, String(body), cookie === undefined ? null : [cookie]]);
    }
  }

  function giveBack(given: GivenBack): void {
    back.push(given);
    announce();
  }

  function announce(): void {
    if (isAnnounced || back.length === 0) return;
    isAnnounced = true;
    setTimeout(() => {
      isAnnounced = false;
      if (ended) return;
      const rows = back.splice(0, MOST_BACK);
      for (const [row] of rows) held.delete(row);
      announce();
      options.onBack(rows);
    }, 0);
  }

  return {
    now,
    wait(row, path, given, key, at, giveUpAt, waiting, jar) {
      if (ended) throw new Error('wait: must not be called after end');
      if (held.has(row)) throw new Error(`wait: must be given a row once until it comes back, got row ${row}`);
      if (given !== null) headers = given;
      const template = JSON.stringify([path, headers]).replaceAll(key === '' ? '\0' : key, '\0');
      if (!known.has(template) && known.size === templates) return false;
      known.add(template);
      held.set(row, { path, headers, key, giveUpAt, jar, waiting, due: 0, asleep: 1 });
      put(row, at);
      return true;
    },
    take: tally.take,
    keep(jar, _path, lines) {
      for (const line of lines) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=');
        (jar as unknown as CookieJar).held[name] = [value];
      }
    },
    end(waiting, due, asleep) {
      ended = true;
      const columns = { waiting: new Float64Array(waiting), due: new Float64Array(due), asleep: new Uint8Array(asleep) };
      for (const [row, person] of held) {
        columns.waiting[row] = person.waiting;
        columns.due[row] = person.due;
        columns.asleep[row] = person.asleep;
      }
    },
    giveBack(rows) {
      for (const [row] of rows) held.delete(row);
      options.onBack(rows);
    },
    get ended() {
      return ended;
    },
  };
}
