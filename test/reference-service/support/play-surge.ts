import { type Random, randomFrom } from '../../../models/workload/users/random.ts';
import { join, leave, poll } from '../../../reference-service/waiting-room/room/room.ts';
import type { RoomLane } from '../../../reference-service/waiting-room/room/room-lane.ts';
import { createRoomState, type RoomState } from '../../../reference-service/waiting-room/room/room-state.ts';
import { tick } from '../../../reference-service/waiting-room/room/room-tick.ts';

export interface PlayedSurge {
  readonly lanes: readonly RoomLane[];
  readonly tokensPerSecond: number;
  /** Share of the arrivals that joins each lane. */
  readonly mix: readonly number[];
  /** Arrivals per second, by seconds since the start; arrivals end with `seconds`. */
  readonly rateAt: (second: number) => number;
  readonly seconds: number;
  /** Mean patience in seconds; nobody leaves when left out. */
  readonly patience?: number;
  readonly seed: number;
}

/** One person who had to wait, as they saw it. Times in milliseconds since the start. */
interface Waited {
  readonly lane: number;
  readonly ticket: number;
  readonly joined: number;
  readonly announced: number;
  /** When the gate let them in, and when they learned of it. */
  readonly admitted: number;
  readonly learned: number;
}

export interface Played {
  readonly room: RoomState;
  readonly waited: readonly Waited[];
  /** People admitted at the door or by the gate, by lane, in each step of 50 ms. */
  readonly admissions: readonly (readonly number[])[];
  readonly lost: number;
  /** People who waited or did not know of their admission yet, and polls, in each second. */
  readonly inLine: readonly number[];
  readonly polls: readonly number[];
}

const STEP = 50;
type Person = Pick<Waited, 'lane' | 'ticket' | 'joined' | 'announced'> & { readonly key: string; readonly leaves: number };

const pickLane = (mix: readonly number[], random: Random): number => {
  let left = random();
  const lane = mix.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.max(0, lane);
};

/** Plays a surge against the core of the waiting room in virtual time: every person polls exactly when they are told to. */
export const playSurge = (surge: PlayedSurge): Played => {
  const room = createRoomState({ lanes: surge.lanes, tokensPerSecond: surge.tokensPerSecond, secret: 'test', passSeconds: 3_600 }, 0);
  const random = randomFrom(surge.seed);
  const due = new Map<number, Person[]>();
  const played = { room, waited: [] as Waited[], admissions: [] as number[][], lost: 0, inLine: [] as number[], polls: [] as number[] };
  let inLine = 0;
  let owed = 0;
  const later = (person: Person, now: number, pause: number): void => {
    const step = Math.ceil((now + pause) / STEP);
    due.set(step, [...(due.get(step) ?? []), person]);
  };
  const arrive = (now: number): void => {
    const lane = pickLane(surge.mix, random);
    const { key, answer } = join(room, lane, now);
    if (answer.state !== 'waiting') return;
    const leaves = surge.patience === undefined ? Number.POSITIVE_INFINITY : now - Math.log(random()) * surge.patience * 1000;
    inLine += 1;
    later({ key, lane, ticket: answer.ticket, joined: now, announced: answer.waitMs, leaves }, now, answer.pollMs);
  };
  const ask = (person: Person, now: number): void => {
    if (now >= person.leaves) {
      leave(room, person.key, now);
      inLine -= 1;
      return;
    }
    const answer = poll(room, person.key, now);
    if (answer.state === 'waiting') {
      later(person, now, answer.pollMs);
      return;
    }
    inLine -= 1;
    if (answer.state === 'admitted') played.waited.push({ ...person, admitted: answer.admittedAt, learned: now });
    else played.lost += 1;
  };
  const admittedSoFar = (): number[] => room.tallies.map(({ admitted }) => admitted);
  for (let step = 0; step * STEP < surge.seconds * 1000 || inLine > 0; step += 1) {
    const now = step * STEP;
    const before = admittedSoFar();
    tick(room, now);
    if (now < surge.seconds * 1000) owed += (surge.rateAt(now / 1000) * STEP) / 1000;
    for (; owed >= 1; owed -= 1) arrive(now);
    const asking = due.get(step) ?? [];
    due.delete(step);
    for (const person of asking) ask(person, now);
    played.admissions.push(admittedSoFar().map((count, lane) => count - before[lane]!));
    const second = Math.floor(now / 1000);
    played.inLine[second] = inLine;
    played.polls[second] = (played.polls[second] ?? 0) + asking.length;
  }
  return played;
};
