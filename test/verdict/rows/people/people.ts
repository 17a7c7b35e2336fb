import { FAIL, INVALID, PASS } from '../../expected.ts';
import type { Row } from '../../row.ts';
import type { HostedJourneys } from '../../virtual/hosted-run.ts';
import { type Broken, virtual } from '../../virtual/virtual.ts';

const OPEN = { verdict: 'INCONCLUSIVE', exit: 4 } as const;

/** What a row needs of a user. */
interface Person {
  random(): number;
  think(time: { readonly kind: 'constant'; readonly value: number }): Promise<void>;
  turnedAway(reason: string): never;
  giveUp(reason: string): never;
}

type Walk = (user: never) => unknown;

/** Journeys after whose end a share of the people does something else. */
const then = (share: number, act: (person: Person) => unknown): Broken['journeys'] =>
  mapped((run) => async (user) => {
    await run(user);
    const person: Person = user;
    if (person.random() < share) await act(person);
  });

/** The same in place of the journey. */
const instead = (share: number, act: (person: Person) => unknown): Broken['journeys'] =>
  mapped((run) => (user) => ((user as Person).random() < share ? act(user) : run(user)));

const mapped =
  (change: (run: Walk) => Walk): NonNullable<Broken['journeys']> =>
  (clean) =>
    Object.fromEntries(Object.entries(clean).map(([name, { run }]) => [name, { run: change(run) }])) as HostedJourneys;

const forEver = (): Promise<void> => new Promise(() => {});
const think =
  (seconds: number) =>
  (person: Person): Promise<void> =>
    person.think({ kind: 'constant', value: 50_000 * seconds }); // Think times of this profile are a fiftieth.

/** People who never got what they came for. */
export const people: readonly Row[] = [
  {
    what: 'the app answers 503 to everything from second 5',
    break: virtual({ app: (ask, well) => (ask.second < 5 ? well() : { status: 503, body: {} }) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'the waiting room lets nobody in after second 12',
    break: virtual({ surge: 'launch', admits: (second) => second < 12 }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'the journey of 70 % of the people throws an exception',
    break: virtual({ journeys: instead(0.7, () => fail(new TypeError('x is not a function'))) }),
    expect: { ...INVALID, headline: /stopped \d+ of 400 people: TypeError: x is not a function at people\.ts:\d+/ },
  },
  {
    what: 'the journey of a tenth of the people rejects later, with no error object',
    break: virtual({ journeys: then(0.1, () => Promise.reject('nothing to see')) }),
    expect: { ...INVALID, headline: /stopped \d+ of 400 people: thrown: nothing to see/ },
  },
  {
    what: 'a rejected promise that nobody awaits ended the run',
    break: virtual({
      ending: {
        interruption: 'script-error',
        detail: 'The surge file has a mistake: a promise that is not awaited was rejected at a.ts:9.',
      },
    }),
    expect: { ...INVALID, headline: /^An error in the surge file ended the run after \d+ seconds.* at a\.ts:9\.$/ },
  },
  {
    what: 'a tenth of the people hang in their journey for ever, without a request',
    break: virtual({ journeys: then(0.1, forEver) }),
    expect: { ...FAIL, headline: /were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'three people in a thousand hang for ever',
    break: virtual({ journeys: then(0.003, forEver) }),
    expect: { ...PASS, headline: '' },
    twin: true,
  },
  {
    what: 'a third of the people finds everything sold out, which the surge accepts',
    break: virtual({ journeys: then(0.33, (person) => person.turnedAway('sold out')) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'a third of the people gives up at the end of the journey',
    break: virtual({ journeys: then(0.33, (person) => person.giveUp('too dear')) }),
    expect: { ...FAIL, headline: /people were served \(at least 95 % required\)/ },
  },
  {
    what: 'two percent of the people give up, where the errors of a step may be five',
    break: virtual({ journeys: then(0.02, (person) => person.giveUp('too dear')) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'a tenth of the people thinks beyond the end of the run',
    break: virtual({ journeys: then(0.1, think(60)) }),
    expect: { ...OPEN, headline: /were still thinking when the run ended \(limit 1 %\)/ },
  },
  {
    what: 'three people in a thousand think beyond the end of the run',
    break: virtual({ journeys: then(0.003, think(60)) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'everybody thinks for ten seconds more, and is through before the end',
    break: virtual({ journeys: then(1, think(10)) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'half of the people lose patience within seconds',
    break: virtual({ surge: 'launch', profile: { impatienceMedian: 5_000 } }),
    expect: { ...FAIL, headline: /^[\d.]+ % of/ },
  },
  {
    what: 'a few people lose patience, as many as the limit of the queue allows',
    break: virtual({ surge: 'launch', profile: { impatienceMedian: 240_000 } }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'polls are never answered from second 9 on',
    break: virtual({ surge: 'launch', room: (ask, well) => (ask.path.startsWith('/queue/poll') && ask.second > 9 ? 'never' : well()) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'the balance of the last people is never answered, and the run ends before the client gives up',
    break: virtual({
      profile: { drainSeconds: 8 },
      app: (ask, well) => (ask.path === '/balance' && ask.second > 9 ? 'never' : well()),
    }),
    expect: { ...FAIL, headline: '' },
  },
];

function fail(error: Error): never {
  throw error;
}
