import { FAIL, PASS } from '../expected.ts';
import type { Row } from '../row.ts';
import { madeRoom, type RoomOfOnesOwn } from '../virtual/made-room.ts';
import { type Broken, virtual } from '../virtual/virtual.ts';

/** A launch before a room with manners of its own. */
const before = (lies: RoomOfOnesOwn) => virtual({ surge: 'launch', ownRoom: madeRoom(lies) });

const isHalf = ({ ticket }: { readonly ticket: number }): boolean => ticket % 2 === 0;

/** The order of a line and what was promised in it are judged by what people could see. */
export const fairness: readonly Row[] = [
  {
    what: 'note 29: the announced wait is twice the real one',
    break: before({ announces: (wait) => 2 * wait }),
    expect: { ...FAIL, headline: 'The announced waiting time was right for' },
  },
  {
    what: 'the announced wait is half the real one',
    break: before({ announces: (wait) => wait / 2 }),
    expect: { ...FAIL, headline: 'The announced waiting time was right for' },
  },
  { what: 'the announced wait is a tenth too long', break: before({ announces: (wait) => 1.1 * wait }), expect: PASS, twin: true },
  {
    what: 'note 30: no wait is announced to anybody who will wait longer than 1.5 s',
    break: before({ announces: (wait) => (wait > 1_500 ? null : wait) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'a negative wait is announced to everybody who waits',
    break: before({ announces: (wait) => (wait > 0 ? -1 : 0) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'note 31: half of the people are told 6 s late that they are in, and admittedAt says otherwise',
    break: before({ hides: (guest) => (isHalf(guest) ? 6_000 : 0), admittedAt: ({ admitted }) => admitted }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'everybody is told half a second late that they are in, by the interval of polls',
    break: before({ hides: () => 500 }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'note 32: last come, first served, told truly',
    break: before({ next: 'last' }),
    expect: { ...FAIL, headline: /people were overtaken by someone who joined later/ },
  },
  {
    what: 'note 33: last come, first served, and admittedAt repeats what was announced',
    break: before({ next: 'last', admittedAt: ({ joined, announced }) => joined + (announced ?? 0) }),
    expect: { ...FAIL, headline: /people were overtaken by someone who joined later/ },
  },
  {
    what: 'last come, first served, and admittedAt follows the tickets',
    break: before({ next: 'last', admittedAt: ({ ticket, joined }) => joined + ticket }),
    expect: { ...FAIL, headline: /people were overtaken/ },
  },
  {
    what: 'no admittedAt at all, and the order is kept',
    break: before({ admittedAt: () => null }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'no admittedAt at all, and the last who came is the next',
    break: before({ next: 'last', admittedAt: () => null }),
    expect: { ...FAIL, headline: /people were overtaken by someone who joined later/ },
  },
  {
    what: 'note 34: every 60th poll finds its place forgotten',
    break: virtual({ surge: 'launch', room: forgetful(60) }),
    expect: { ...FAIL, headline: 'The waiting room lost' },
  },
  {
    what: 'note 35: every eighth person jumps the line by an early ticket',
    break: before({ ticket: (honest) => (honest % 8 === 0 ? Math.max(1, honest - 40) : honest) }),
    expect: { ...FAIL, headline: /people were overtaken by someone who joined later/ },
  },
  {
    what: 'note 36: one ticket number for a whole lane',
    break: before({ ticket: () => 1 }),
    expect: { verdict: 'INCONCLUSIVE', exit: 4, headline: /^“Order of / },
  },
  {
    what: 'note 36: one ticket number for a whole lane, and the last who came is the next',
    break: before({ ticket: () => 1, next: 'last' }),
    expect: { ...FAIL, headline: /people were overtaken/ },
  },
  {
    what: 'note 39: admittedAt lies 500 s before the person joined',
    break: before({ admittedAt: ({ admitted }) => admitted - 500_000 }),
    expect: { ...FAIL, headline: 'The announced waiting time was right for' },
  },
  {
    what: 'admittedAt lies an hour ahead',
    break: before({ admittedAt: ({ admitted }) => admitted + 3_600_000 }),
    expect: { ...FAIL, headline: 'The announced waiting time was right for' },
  },
  {
    what: 'admittedAt is rounded to whole seconds',
    break: before({ admittedAt: ({ admitted }) => 1_000 * Math.floor(admitted / 1_000) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'the whole payment lane is kept waiting 8 s longer than it is told',
    break: before({ hides: ({ lane }) => (lane === 'payment' ? 8_000 : 0) }),
    expect: { ...FAIL, headline: '' },
  },
];

function forgetful(n: number): NonNullable<Broken['room']> {
  let polls = 0;
  return (ask, well) => {
    if (!ask.path.startsWith('/queue/poll') || ++polls % n !== 0) return well();
    return { status: 404, body: { error: 'unknown-key' }, duration: 3 };
  };
}
