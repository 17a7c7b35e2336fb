import { verifyPass } from '../../../../reference-service/shared/access/pass.ts';
import { FAIL, INCONCLUSIVE, PASS } from '../../expected.ts';
import type { Row } from '../../row.ts';
import { type App, answer, each, everyNth, on, slow } from '../../virtual/changed-answers.ts';
import type { Ask, HostedJourneys } from '../../virtual/hosted-run.ts';
import { type Broken, virtual } from '../../virtual/virtual.ts';
import { SECRET } from '../../virtual/voucher-service.ts';

/** The lane of the pass that a request carries. */
function laneOf({ headers }: Ask): string | null {
  const check = verifyPass(headers['x-queue-pass'] ?? '', SECRET, Date.now());
  return check.state === 'valid' ? check.claims.lane : null;
}

/** One person in `n` registers a card, the others pay. */
const fewRegister =
  (n: number): NonNullable<Broken['configuration']> =>
  (clean) => ({
    ...clean,
    surge: {
      ...clean.surge,
      journeys: clean.surge.journeys.map((journey) => ({ ...journey, share: journey.lane === 'register' ? 1 / n : 1 - 1 / n })),
    },
  });
const registering: (fits: (ask: Ask) => boolean) => (ask: Ask) => boolean = (fits) => (ask) => fits(ask) && laneOf(ask) === 'register';
const refused = answer(503, {});

/** Whoever has registered a card cannot look at the balance. */
function noBalanceWithCard(): App {
  const registered = new Set<string>();
  return (ask, well) => {
    if (ask.path === '/cards') registered.add(ask.cookies);
    return ask.path === '/balance' && registered.has(ask.cookies) ? refused : well();
  };
}

/** A journey that ends as soon as the app is open. */
const soldOut = (clean: HostedJourneys): HostedJourneys =>
  Object.fromEntries(Object.keys(clean).map((name) => [name, { run: openAndLeave as (user: never) => Promise<void> }]));
async function openAndLeave(user: { get(step: string, path: string): Promise<unknown>; turnedAway(reason: string): never }): Promise<void> {
  await user.get('open-app', '/app/version');
  user.turnedAway('sold out');
}

const down =
  (from: number, to = Number.POSITIVE_INFINITY): App =>
  (ask, well) =>
    ask.second >= from && ask.second < to ? refused : well();

/** A few people, everybody of one kind, are hurt. */
export const fewPeople: readonly Row[] = [
  {
    what: 'second 10: nobody of a journey that one person in eighty takes sees the balance: the errors of the step keep their limit',
    break: virtual({ configuration: fewRegister(80), app: noBalanceWithCard() }),
    expect: { ...FAIL, headline: /Register a card/ },
  },
  {
    what: 'second 10: one person in eighty registers a card, and all of them see the balance',
    break: virtual({ configuration: fewRegister(80) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 11: the login takes nine seconds for everybody of a journey that one person in thirty takes: p95 keeps its limit',
    break: virtual({ configuration: fewRegister(30), app: each(registering(on('/login')), slow(9_000)) }),
    expect: { ...INCONCLUSIVE, headline: '“Log in with phone number and PIN” took' },
  },
  {
    what: 'second 11: the login takes 400 ms for everybody of a journey that one person in thirty takes',
    break: virtual({ configuration: fewRegister(30), app: each(registering(on('/login')), slow(400)) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 12: everything is sold out from the first second on, so that nobody gets to the steps that matter',
    break: virtual({ journeys: soldOut }),
    expect: { ...INCONCLUSIVE, headline: /was not measured/ },
  },
  {
    what: 'second 13: the app ends in the last second of a launch and does not come back',
    break: virtual({ surge: 'launch', app: down(17) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'second 13: the app rests for 300 ms in the last second of a launch',
    break: virtual({ surge: 'launch', app: down(17, 17.3) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 14: one person in ten is asked to come back to the queue in an hour',
    break: virtual({ surge: 'launch', room: hourly() }),
    expect: { ...FAIL, headline: /people were still in the queue or waiting for an answer when the run ended/ },
  },
  {
    what: 'second 14: everybody in the queue is asked to come back every 20 ms',
    break: virtual({ surge: 'launch', room: (_, well) => pollMs(well(), 20) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 15: nobody can give their place back, and they all have been served',
    break: virtual({ surge: 'launch', room: (ask, well) => (ask.path === '/queue/complete' ? answer(500, {}) : well()) }),
    expect: { ...FAIL, headline: /attempts at “Leave the queue/ },
  },
  {
    what: 'second 15: the room says of every place given back that it is over already',
    break: virtual({ surge: 'launch', room: everyNth(1, on('/queue/complete'), () => answer(410, { error: 'expired' })) }),
    expect: PASS,
    twin: true,
  },
];

/** The answer of a room to somebody who waits, with another time to ask again. */
function pollMs(said: ReturnType<App>, time: number): ReturnType<App> {
  if (said === 'never' || 'error' in said) return said;
  const body = said.body as { readonly state?: string } | undefined;
  return body?.state === 'waiting' ? { ...said, body: { ...body, pollMs: time } } : said;
}

function hourly(): NonNullable<Broken['room']> {
  let joined = 0;
  return (ask, well) => (ask.path.endsWith('/join') && ++joined % 10 === 0 ? pollMs(well(), 3_600_000) : well());
}
