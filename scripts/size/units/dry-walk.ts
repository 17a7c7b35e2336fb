import type { Reply } from '../../../models/definition/answer.ts';
import type { Ask, PageRequest, User } from '../../../models/definition/user.ts';
import { randomFrom } from '../../../models/workload/users/random.ts';
import { madeUpAnswer } from './made-up-answer.ts';

/** A journey as its file has it. */
export interface WalkedJourney {
  readonly name: string;
  readonly share: number;
  readonly run: (user: unknown) => unknown;
}

export interface DryWalk {
  /** Requests of one person by step. */
  readonly visits: Readonly<Record<string, number>>;
  /** Journeys that a made-up answer ended, each with its last step: their people make these requests or more. */
  readonly cutShort: readonly { readonly journey: string; readonly step: string }[];
}

/** People on each journey: enough for a branch that one in fifty takes. */
const WALKS = 400;
/** A journey that waits for an answer of a kind that is never made up ends here. */
const MOST_REQUESTS = 200;
const SEED = 20_261_122;

/** Anything that a journey may ask of an account: every field is a text. */
const ACCOUNT: unknown = new Proxy({}, { get: (_, field) => (typeof field === 'string' ? 'x' : undefined) });

/**
 * Requests of a person by step, counted without a service: each journey is walked by 400 people whose answers are made up, so that a
 * branch by chance is counted, and one by an answer is not. Takes no time and sends nothing.
 */
export async function dryWalk(journeys: readonly WalkedJourney[]): Promise<DryWalk> {
  const visits = new Map<string, number>();
  const cutShort: { journey: string; step: string }[] = [];
  for (const [index, { name, share, run }] of journeys.entries()) {
    const cuts = new Map<string, number>();
    for (let person = 0; person < WALKS; person++) {
      const steps: string[] = [];
      try {
        await run(dryUser(person, randomFrom(SEED, index, person), steps));
      } catch {
        const last = steps.at(-1) ?? 'the start';
        cuts.set(last, (cuts.get(last) ?? 0) + 1);
      }
      for (const step of steps) visits.set(step, (visits.get(step) ?? 0) + share / WALKS);
    }
    cutShort.push(...[...cuts.keys()].map((step) => ({ journey: name, step })));
  }
  return { visits: Object.fromEntries(visits), cutShort };
}

function dryUser(number: number, random: () => number, steps: string[]): User {
  const ask = async <Read>(step: string, request: Ask<Read> = {}): Promise<Read> => {
    if (steps.length >= MOST_REQUESTS) throw new Error('endless');
    steps.push(step);
    const answer = madeUpAnswer(request);
    return request.read === undefined ? (answer as Read) : request.read(answer);
  };
  const request = <Read = Reply>(step: string, _path: string, options?: Ask<Read>) => ask(step, options);
  const end = (reason: string): never => {
    throw new Error(reason);
  };
  return {
    account: ACCOUNT,
    number,
    random,
    think: async () => undefined,
    ...{ get: request, post: request, put: request, patch: request, delete: request },
    wait: async () => undefined,
    all: async (step: string, requests: readonly PageRequest<unknown>[]): Promise<never> => {
      // One step of several requests: the server sees each of them.
      const answers = [];
      for (const one of requests) answers.push(await ask(step, one));
      return answers as never;
    },
    waitInLine: async () => undefined,
    place: { lane: '', ticket: 1 },
    passMayBeOver: false,
    newKey: () => 'x',
    journal: (_asked, answer) => answer,
    giveUp: end,
    turnedAway: end,
  };
}
