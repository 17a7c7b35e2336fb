import type { QueueLimits } from '../../../models/workload/surge/budget.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import type { Row } from '../row.ts';
import { madeRoom, type RoomOfOnesOwn } from '../virtual/made-room.ts';
import { type Broken, virtual } from '../virtual/virtual.ts';

const FAIL = { verdict: 'FAIL', exit: 1, headline: '' } as const;
const PASS = { verdict: 'PASS', exit: 0, headline: 'All ' } as const;

/** A launch before a room with manners of its own. */
const before = (lies: RoomOfOnesOwn, more: Broken = {}) => virtual({ surge: 'launch', ownRoom: madeRoom(lies), ...more });

/** Other limits of the queue. */
const limited = (over: Partial<QueueLimits>): Broken => ({
  configuration: (clean: RunConfiguration) => ({ ...clean, queue: { ...clean.queue!, ...over } }),
});

/** People are asked to come back after this time; the room says no instants. */
const polled = (pollMs: number, next: 'first' | 'last'): Broken => ({
  room: (_ask, well) => {
    const said = well();
    if (typeof said !== 'object' || !('body' in said) || typeof said.body !== 'object') return said;
    return { ...said, body: { ...said.body, ...('pollMs' in said.body! ? { pollMs } : {}) } };
  },
  ownRoom: madeRoom({ admittedAt: () => null, next }),
});

/** One person does something else, the others what they always do. */
const onePerson = (wrong: (user: Parameters<AnyRun>[0]) => Promise<void>): Broken => ({
  journeys: (clean) =>
    Object.fromEntries(
      Object.entries(clean).map(([name, journey]) => {
        const usual = journey.run as unknown as AnyRun;
        const run: AnyRun = (user) => (user.number === 5 ? wrong(user) : usual(user));
        return [name, { ...journey, run }];
      }),
    ) as unknown as typeof clean,
});

type AnyRun = (user: {
  readonly number: number;
  get(step: string, path: string): Promise<unknown>;
  think(median: string): Promise<void>;
}) => Promise<void>;

/** A waiting room that is unfair or does not say what it does. */
export const room: readonly Row[] = [
  { what: 'a plain honest room of another make', break: before({}), expect: PASS, twin: true },
  {
    what: 'the clock of the room is three seconds ahead',
    break: before({ admittedAt: ({ admitted }) => admitted + 3_000 }),
    expect: PASS,
    twin: true,
  },
  { what: 'tickets begin above 2^32', break: before({ ticket: (honest) => 2 ** 33 + honest }), expect: PASS, twin: true },
  {
    what: 'people ask every 4 s, and the room names no instants',
    break: virtual({ surge: 'launch', ...polled(4_000, 'first') }),
    expect: PASS,
    twin: true,
  },
  { what: 'the same, last come, first served', break: virtual({ surge: 'launch', ...polled(4_000, 'last') }), expect: FAIL },
  {
    what: 'a room that announces no waits, and is declared so',
    break: before({ announces: () => null }, limited({ minAnnouncedShare: null })),
    expect: PASS,
    twin: true,
  },
  { what: 'a room that announces no waits, and is not declared so', break: before({ announces: () => null }), expect: FAIL },
  { what: 'a wait of 1e300 ms is announced to everybody', break: before({ announces: () => 1e300 }), expect: FAIL },
  { what: 'no wait at all is announced to everybody', break: before({ announces: () => 0 }), expect: FAIL },
  {
    what: 'last come, first served, and admittedAt is the instant of the answer',
    break: before({ next: 'last', admittedAt: () => Date.now() }),
    expect: FAIL,
  },
  {
    what: 'last come, first served, and admittedAt is the same for everybody',
    break: before({ next: 'last', admittedAt: () => 1_800_000_000_000 }),
    expect: FAIL,
  },
  {
    what: 'note 3: every third person is never told to be in',
    break: before({ hides: ({ ticket }) => (ticket % 3 === 0 ? 1e9 : 0) }),
    expect: FAIL,
  },
  {
    what: 'half of the people are told 6 s late, and the room names no instants',
    break: before({ hides: ({ ticket }) => (ticket % 2 === 0 ? 6_000 : 0), admittedAt: () => null }),
    expect: FAIL,
  },
  { what: 'the longest wait is beyond its limit', break: before({}, limited({ longestWait: 500 })), expect: FAIL },
  { what: 'the longest wait is within its limit', break: before({}, limited({ longestWait: 120_000 })), expect: PASS, twin: true },
  {
    what: 'note 38: one lane waits longer than the other, beyond the limit on the difference',
    break: before(
      { hides: ({ lane }) => (lane === 'payment' ? 3_000 : 0), announces: () => null },
      limited({ minAnnouncedShare: null, laneDifference: 100 }),
    ),
    expect: FAIL,
  },
  { what: 'lanes differ within the limit', break: before({}, limited({ laneDifference: 60_000 })), expect: PASS, twin: true },
  {
    what: 'one person forgets to await a function with two requests',
    break: virtual(
      onePerson(async (user) => {
        const both = async (): Promise<void> => {
          await user.get('open-app', '/app/version');
          await user.get('open-app', '/app/version');
        };
        void both();
      }),
    ),
    expect: { verdict: 'INVALID', exit: 5, headline: 'An error in the surge file stopped 1 of' },
  },
  {
    what: 'one person thinks three times at once beside a request',
    break: virtual(
      onePerson(async (user) => {
        await Promise.all([user.think('1 s'), user.get('open-app', '/app/version'), user.think('1 s'), user.think('1 s')]);
      }),
    ),
    expect: PASS,
    twin: true,
  },
];
