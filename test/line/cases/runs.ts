import { admitted, inTurn, type RoomScript, waiting, waitingUntil } from '../room/told.ts';
import { foreignWords, nestedWords, netfunnelWords, surgeproofWords } from '../room/words.ts';
import type { Rehearsed } from '../run/line-run.ts';
import { ALL_LANES, COMMON_LANES } from './all-lanes.ts';
import { connections } from './connections.ts';

const inRoom = (script: RoomScript, words = surgeproofWords): Pick<Rehearsed, 'lanes' | 'room'> => ({
  lanes: Object.keys(script),
  room: { script, words },
});

/** Everything that can be said over HTTP/1.1 in surgeproof's own words. */
export const everyCase: Rehearsed = inRoom(ALL_LANES);

/** NetFunnel, with a new connection for each request. */
export const netfunnel: Rehearsed = {
  ...inRoom(COMMON_LANES, netfunnelWords),
  dialect: 'netfunnel',
  target: { connections: 'per-request' },
};

/** Nobody hurries: answers take seconds, or the room stands still. */
export const unhurried: Rehearsed = {
  ...inRoom({
    slow: { poll: ({ nth }) => (nth < 3 ? { ...waiting(), after: 1_500 } : admitted()) },
    slower: { poll: ({ nth }) => (nth < 2 ? { ...waiting(), after: 2_500 } : admitted()) },
    'slow-refusals': { poll: ({ nth }) => (nth === 3 ? admitted() : nth === 1 ? { status: 503, after: 2_000 } : waiting()) },
    frozen: connections.frozen,
  }),
};

/** Three functions in the surge file that say how "still waiting" looks. */
export const foreign: Rehearsed = { ...inRoom(COMMON_LANES, foreignWords), dialect: 'surge', functions: 'foreignDialect' };

/** The same without a word on it: TypeScript asks, whichever line is wanted. */
export const foreignUnsaid: Rehearsed = { ...foreign, functions: 'unsaidDialect' };

/** Keys are small numbers, which stand in other words of the requests too. */
export const numbered: Rehearsed = {
  ...foreign,
  functions: 'numberedDialect',
  room: { script: COMMON_LANES, words: foreignWords, keyOf: (_, __, ticket) => String(ticket) },
};

/** Nested JSON, and keys longer than most. */
export const nested: Rehearsed = {
  ...foreign,
  functions: 'nestedDialect',
  room: { script: COMMON_LANES, words: nestedWords, keyOf: (lane, turn) => `${'0'.repeat(60)}-${lane}-${turn}` },
};

/** Keys that an address can hold only encoded. */
export const encoded: Rehearsed = {
  ...netfunnel,
  room: { script: COMMON_LANES, words: netfunnelWords, keyOf: (lane, turn) => `${lane} ü/%+?#${turn}` },
};

/** More people than templates of requests. */
export const unlike: Rehearsed = {
  lanes: ['let-in'],
  room: {
    script: { 'let-in': { poll: inTurn(waiting(), waiting()) } },
    words: foreignWords,
    keyOf: (lane, turn) => `${lane}-${turn}-end`,
    shownOf: (key) => key.slice(0, -4),
  },
  dialect: 'surge',
  functions: 'partialDialect',
  profile: { hosts: 1, arrivals: { shape: 'constant', rate: 100 } },
};

/** Asks by POST, with a body. */
export const posting: Rehearsed = { ...foreign, functions: 'postingDialect' };

const CUT_AT = 6.5;

/** When the run is cut people sleep, wait for an answer that comes late or never, or are inside. */
const standing: RoomScript = {
  sleeps: { poll: (asked) => (asked.nth === 0 ? waitingUntil(5_400, asked) : asked.nth === 1 ? waitingUntil(8_000, asked) : admitted()) },
  'sleeps-long': { poll: () => waiting(3_600_000) },
  'sleeps-from-joining': { join: () => waiting(3_600_000), poll: admitted },
  silent: { poll: (asked) => (asked.nth === 0 ? waitingUntil(5_000, asked) : { wire: 'silent' }) },
  late: { poll: (asked) => (asked.nth === 0 ? waitingUntil(6_000, asked) : { ...waiting(), after: 3_000 }) },
  'let-in': { poll: admitted },
};

/** Asked to stop in the middle. */
export const stopped: Rehearsed = {
  ...inRoom(standing),
  profile: { clientTimeout: 60_000 },
  async during({ second, stop, send }) {
    await second(CUT_AT);
    stop();
    // As surgeproof does: k6 would wait for the answers that are still to come.
    await second(CUT_AT + 1.5);
    send('SIGINT');
  },
};

/** Ctrl-C. */
export const interrupted: Rehearsed = {
  ...stopped,
  async during({ second, send }) {
    await second(CUT_AT);
    send('SIGINT');
  },
};

/** Patience of two seconds in the median: people lose it asleep, between polls, while they wait for an answer, and after errors. */
export const impatient: Rehearsed = {
  ...inRoom({
    sleeps: { poll: () => waiting(), join: () => waiting(3_600_000) },
    polls: { poll: () => waiting() },
    'waits-for-an-answer': { poll: () => ({ ...waiting(), after: 1_200 }) },
    fails: { poll: ({ nth }) => (nth % 2 === 0 ? waiting() : { status: 500 }) },
  }),
  profile: { impatienceMedian: 2_000 },
};

/** The room is gone for one and a half seconds, and has forgotten everybody: some ask meanwhile, some waited for an answer when it went. */
export const restarted: Rehearsed = {
  ...inRoom({
    'asks-meanwhile': { poll: (asked) => (asked.at < 5_000 ? waitingUntil(5_500, asked) : admitted()) },
    'is-waiting-for-an-answer': {
      poll: (asked) => (asked.at < 4_700 ? waitingUntil(4_800, asked) : asked.at < 5_000 ? { ...waiting(), after: 2_000 } : admitted()),
    },
    'sleeps-through-it': { poll: (asked) => (asked.at < 5_000 ? waitingUntil(7_000, asked) : admitted()) },
  }),
  profile: { retry: retryFor(5) },
  async during({ room, second }) {
    await second(5);
    await room.restart(1_500);
  },
};

/** k6 itself stands still for two seconds, in which people want to ask: they ask late, and that is in their times. */
export const stalled: Rehearsed = {
  ...inRoom({
    asks: {
      poll: (asked) => (asked.nth === 0 ? waitingUntil(5_020 + 100 * (asked.turn % 10), asked) : inTurn(waiting(), waiting())(asked)),
    },
  }),
  async during({ second, pid }) {
    await second(5);
    process.kill(pid, 'SIGSTOP');
    await second(7);
    process.kill(pid, 'SIGCONT');
  },
};

function retryFor(maxRetries: number) {
  return { probability: 1, maxRetries, quickRetries: maxRetries, quickLow: 601, quickHigh: 601, slowMedian: 601, slowP95: 601 };
}
