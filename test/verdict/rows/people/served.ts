import { FAIL, INVALID, PASS } from '../../expected.ts';
import type { Row } from '../../row.ts';
import type { Ask, HostedJourneys } from '../../virtual/hosted-run.ts';
import { type Broken, virtual } from '../../virtual/virtual.ts';
import type { VirtualRoom } from '../../virtual/waiting-room.ts';

const maintenance = { status: 503, body: { error: 'maintenance' }, duration: 5 };
const waiting = (pollMs = 1_000) => ({ status: 200, body: { state: 'waiting', position: 9, waitMs: 1_000, pollMs }, duration: 3 });

/** People let in so far, over all lanes. */
const admitted = ({ state }: VirtualRoom): number => state.tallies.reduce((sum, tally) => sum + tally.admitted, 0);

/** The app is down in part of the run. */
const downWhile =
  (down: (second: number) => boolean): NonNullable<Broken['app']> =>
  (ask, well) =>
    down(ask.second) ? maintenance : well();

/** Every n-th person of a lane is never called, whatever the gate says. */
const neverCalls =
  (n: number): NonNullable<Broken['room']> =>
  (ask, well, room) => {
    const place = room.ticketOf(ask);
    return ask.path.startsWith('/queue/poll') && place !== null && place.ticket % n === 0 ? waiting() : well();
  };

/** A journey that throws for a share of the people, before it begins. */
const throwing =
  (share: number, what: () => Error): NonNullable<Broken['journeys']> =>
  (clean) =>
    mapped(clean, (run) => async (user) => {
      if ((user as { random(): number }).random() < share) throw what();
      return run(user);
    });

type Walk = (user: never) => Promise<void>;
const mapped = (clean: HostedJourneys, change: (run: Walk) => Walk): HostedJourneys =>
  Object.fromEntries(Object.entries(clean).map(([name, { run }]) => [name, { run: change(run) }]));

const isPayment = ({ path }: Ask): boolean => path === '/payments';
let payments = 0;
/** Every third payment is never answered. */
const hangingPayments: NonNullable<Broken['app']> = (ask, well) => (isPayment(ask) && ++payments % 3 === 0 ? 'never' : well());

/** Everyone who arrived was served, or it is no pass. */
export const served: readonly Row[] = [
  {
    what: 'note 1: the waiting room lets 60 of 400 people in, then nobody; the others poll for ever',
    break: virtual({
      admits: (_, room) => admitted(room) < 60,
      room: (ask, well, room) => (admitted(room) < 60 || !joins(ask) ? well() : shut(well)),
    }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'note 1: the gate of a launch stops at second 9 for ever',
    break: virtual({ surge: 'launch', admits: (second) => second < 9 }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'note 2: the gate stops within the warm-up',
    break: virtual({ surge: 'launch', admits: (second) => second < 2 }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'the gate rests for two seconds and goes on',
    break: virtual({ surge: 'launch', admits: (second) => second < 8 || second > 8.3 }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'note 3: the waiting room never calls every third person',
    break: virtual({ surge: 'launch', room: neverCalls(3) }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'the waiting room never calls every sixth person',
    break: virtual({ surge: 'launch', room: neverCalls(6) }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'the waiting room forgets three or four of 621 people, whom everybody overtakes',
    break: virtual({ surge: 'launch', room: neverCalls(150) }),
    expect: { ...FAIL, headline: /people were overtaken/ },
  },
  {
    what: 'note 4: everybody in line is to ask again in eleven days',
    break: virtual({
      surge: 'launch',
      room: (_, well) => {
        const said = well();
        const body = said === 'never' || 'error' in said ? null : (said.body as { state?: string });
        return body?.state === 'waiting' ? { status: 200, body: { ...body, pollMs: 1e9 }, duration: 3 } : said;
      },
    }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'note 5: an exception in the journey of 70 % of the people',
    break: virtual({ journeys: throwing(0.7, () => new TypeError('x is not a function')) }),
    expect: { ...INVALID, headline: /x is not a function/ },
  },
  {
    what: 'an exception in the journey of one person in 200',
    break: virtual({ journeys: throwing(0.005, () => new RangeError('out of range')) }),
    expect: { ...INVALID, headline: /out of range/ },
  },
  {
    what: 'note 8: every third payment hangs for ever, with a drain of 4 s and a client time-out of 30 s',
    break: virtual({ profile: { drainSeconds: 4, clientTimeout: 30_000 }, app: hangingPayments }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'note 9: every third payment hangs for ever, with the usual drain and time-out',
    break: virtual({ app: hangingPayments }),
    expect: { ...FAIL, headline: /attempts at “Approve the payment” failed/ },
  },
  {
    what: 'note 10: the app answers 503 to everything from the drain on',
    break: virtual({ surge: 'launch', app: downWhile((second) => second > 18) }),
    expect: { ...FAIL, headline: /attempts at “Request the identity code” failed/ },
  },
  {
    what: 'note 11: the app answers 503 to everything from second 12 on',
    break: virtual({ surge: 'launch', app: downWhile((second) => second > 12) }),
    expect: { ...FAIL, headline: /attempts at “.*” failed/ },
  },
  {
    what: 'note 12: the app answers 503 to everything until the end of a long warm-up',
    break: virtual({
      profile: {
        phases: [
          { name: 'warm-up', from: 0, judged: false },
          { name: 'steady', from: 4, judged: true },
        ],
      },
      app: downWhile((second) => second < 3.5),
    }),
    expect: { ...FAIL, headline: /people .*were served/ },
  },
  {
    what: 'the app answers 503 in the first half second, and everybody who tries again gets through',
    break: virtual({ surge: 'launch', profile: { evenSpacing: true }, app: downWhile((second) => second < 0.3) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'nobody is called in the drain',
    break: virtual({ surge: 'launch', admits: (second) => second < 18 }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'every login in the drain hangs until the client gives up',
    break: virtual({ surge: 'launch', app: (ask, well) => (ask.path === '/login' && ask.second > 18 ? 'never' : well()) }),
    expect: { ...FAIL, headline: /attempts at “Log in with phone number and PIN” failed/ },
  },
  {
    what: 'joining is refused with 503 for every fifth person, who gives up in the end',
    break: virtual({ surge: 'launch', room: (ask, well) => (joins(ask) && fifth() ? maintenance : well()) }),
    expect: { ...FAIL, headline: /attempts at “Join the queue” failed/ },
  },
  {
    what: 'people are patient to wait, and everybody is let in before the end',
    break: virtual({ surge: 'launch', seed: 5 }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'a few people have more think time than the drain: they are unfinished, not lost',
    break: virtual({ profile: { thinkScale: 0.08 } }),
    expect: PASS,
    twin: true,
  },
];

const joins = ({ path }: Ask): boolean => path.endsWith('/join');
let fifths = 0;
const fifth = (): boolean => ++fifths % 5 < 1;

/** Whoever comes later is put into the line, where nothing moves. */
function shut(well: () => unknown) {
  const { body } = well() as { body: { ticket: number; key: string } };
  return {
    status: 200,
    body: { ticket: body.ticket, key: `${body.key}`, state: 'waiting', position: 9, waitMs: 1_000, pollMs: 1_000 },
    duration: 3,
  };
}
