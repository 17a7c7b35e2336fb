import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { signPass } from '../../../reference-service/shared/access/pass.ts';
import type { Ask, Said } from './hosted-run.ts';
import { SECRET } from './voucher-service.ts';

/** A person as the room knows them; Unix times in milliseconds. */
export interface Guest {
  readonly lane: string;
  readonly ticket: number;
  readonly joined: number;
  /** The wait that was announced; null: none. */
  readonly announced: number | null;
  /** When they were let in; null while they wait. */
  admitted: number | null;
}

/** How a room differs from an honest one. */
export interface RoomOfOnesOwn {
  /** Who is next: the first who came unless given. */
  readonly next?: 'first' | 'last';
  /** The ticket in place of 1, 2, 3 … of the lane. */
  readonly ticket?: (honest: number) => number;
  /** The wait announced in place of the honest one, both in milliseconds; null: none is announced. */
  readonly announces?: (honest: number) => number | null;
  /** When it claims to have let somebody in. */
  readonly admittedAt?: (guest: Guest & { readonly admitted: number }) => number | null;
  /** For how many milliseconds it keeps from somebody that they are in. */
  readonly hides?: (guest: Guest) => number;
}

interface LaneState {
  readonly waiting: Guest[];
  /** People who may go in, in fractions. */
  credit: number;
  tickets: number;
}

const TICK = 50;
const duration = 3;

/** A room that lets the same number of people a second into each lane, in an order of its own, and says of it what it likes. */
export function madeRoom(lies: RoomOfOnesOwn): (configuration: RunConfiguration) => (ask: Ask) => Said {
  return ({ surge, profile }) => {
    const rate = profile.service!.admissionTokens / surge.lanes.reduce((sum, { cost }) => sum + cost, 0);
    const lanes = new Map(surge.lanes.map(({ name }): [string, LaneState] => [name, { waiting: [], credit: 1, tickets: 0 }]));
    const guests = new Map<string, Guest>();
    setInterval(() => {
      for (const lane of lanes.values()) letIn(lane, rate, lies);
    }, TICK);
    return (ask) => {
      const name = /^\/queue\/(.+)\/join$/.exec(ask.path)?.[1];
      const key = /key=(.*)$/.exec(ask.path)?.[1] ?? String(ask.body.key ?? '');
      if (name !== undefined) return join(name, lanes.get(name)!);
      const guest = guests.get(key);
      if (guest === undefined) return { status: 404, body: { error: 'unknown-key' }, duration };
      if (ask.path.startsWith('/queue/poll')) return { status: 200, body: placeOf(guest), duration };
      const lane = lanes.get(guest.lane)!;
      if (guest.admitted === null) lane.waiting.splice(lane.waiting.indexOf(guest), 1);
      return { status: 204, duration };
    };

    function join(name: string, lane: LaneState): Said {
      const wait = Math.round((1000 * lane.waiting.length) / rate);
      lane.tickets += 1;
      const ticket = lies.ticket?.(lane.tickets) ?? lane.tickets;
      const announced = lies.announces === undefined ? wait : lies.announces(wait);
      const guest: Guest = { lane: name, ticket, joined: Date.now(), announced, admitted: null };
      const key = `key-${name}-${guests.size}`;
      guests.set(key, guest);
      lane.waiting.push(guest);
      if (lane.waiting.length === 1) letIn(lane, 0, lies);
      return { status: 200, body: { ...placeOf(guest), ticket, key }, duration };
    }

    function placeOf(guest: Guest): object {
      const { lane, ticket, admitted } = guest;
      if (admitted === null || Date.now() < admitted + (lies.hides?.(guest) ?? 0))
        return { state: 'waiting', position: 1, waitMs: guest.announced, pollMs: 1000 };
      const expiresAt = Date.now() + 600_000;
      const admittedAt = lies.admittedAt === undefined ? admitted : lies.admittedAt({ ...guest, admitted });
      return { state: 'admitted', pass: signPass({ lane, ticket, expiresAt }, SECRET), admittedAt, expiresAt };
    }
  };
}

function letIn(lane: LaneState, rate: number, { next = 'first' }: RoomOfOnesOwn): void {
  lane.credit = Math.min(Math.max(1, lane.waiting.length), lane.credit + (rate * TICK) / 1000);
  for (; lane.credit >= 1 && lane.waiting.length > 0; lane.credit--) {
    const guest = next === 'first' ? lane.waiting.shift()! : lane.waiting.pop()!;
    guest.admitted = Date.now();
  }
}
