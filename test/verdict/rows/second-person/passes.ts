import { FAIL, PASS } from '../../expected.ts';
import type { Row } from '../../row.ts';
import { type App, answer, everyNth, on } from '../../virtual/changed-answers.ts';
import { madeRoom } from '../../virtual/made-room.ts';
import { type Broken, virtual } from '../../virtual/virtual.ts';

/** The end of every pass, said otherwise. */
const ends =
  (when: (honest: number) => number): NonNullable<Broken['room']> =>
  (_, well) => {
    const said = well();
    if (said === 'never' || 'error' in said) return said;
    const body = said.body as { readonly expiresAt?: number } | undefined;
    return body?.expiresAt === undefined ? said : { ...said, body: { ...body, expiresAt: when(body.expiresAt) } };
  };
const expired = answer(403, { error: 'pass-expired' });
const everySecondPass = (): App => everyNth(2, on('/app/version'), () => expired);
const MINUTES = 60_000;

/** Repeated requests with one key, answered by how often they came. */
function repeated(again: (first: number, now: number) => ReturnType<App> | null): App {
  const seen = new Map<string, number>();
  return (ask, well) => {
    const key = String(ask.body.key ?? '');
    if (key === '' || ask.path === '/cards') return well();
    const first = seen.get(key);
    if (first === undefined) {
      const said = well() as { readonly duration: number };
      seen.set(key, ask.second + said.duration / 1_000);
      return said as ReturnType<App>;
    }
    return again(first, ask.second) ?? well();
  };
}
/** A second tap that comes after the answer comes at the same instant. Seconds. */
const MOMENT = 0.001;
const taps = { profile: { doubleTaps: 0.02 } };
const conflict = answer(409, { error: 'conflict' });

/** What the room gives people to go in with, and what the app makes of keys. */
export const passesAndKeys: readonly Row[] = [
  {
    what: 'second 16: every pass is over when it is handed out, and every second one is refused',
    break: virtual({ room: ends(() => Date.now()), app: everySecondPass() }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'second 16: the end of a pass is told in seconds in place of milliseconds, and every second one is refused',
    break: virtual({ room: ends((honest) => honest / 1_000), app: everySecondPass() }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'second 16: the clock of the room is twenty minutes behind, so that every pass seems to be over, and all are taken',
    break: virtual({ surge: 'launch', room: ends((honest) => honest - 20 * MINUTES) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 17: neighbours change places, two by two',
    break: virtual({ surge: 'launch', ownRoom: madeRoom({ ticket: (honest) => (honest % 2 === 0 ? honest - 1 : honest + 1) }) }),
    expect: { ...FAIL, headline: /people were overtaken|people let in were overtaken/ },
  },
  {
    what: 'second 17: every ticket is the thousandth after the one before, and nobody changes places',
    break: virtual({ surge: 'launch', ownRoom: madeRoom({ ticket: (honest) => 1_000 * honest }) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 18: a key that was used is answered with 500: every second tap is',
    break: virtual({ ...taps, app: repeated(() => answer(500, { error: 'duplicate key value' })) }),
    expect: { ...FAIL, headline: /double taps at/ },
  },
  {
    what: 'second 18: one second tap in many is answered with 503',
    break: virtual({ ...taps, app: once() }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 19: a key whose answer was given is answered with 409 for ever',
    break: virtual({ ...taps, app: repeated((first, now) => (now > first - MOMENT ? conflict : null)) }),
    expect: { ...FAIL, headline: /double taps at/ },
  },
  {
    what: 'second 19: a key whose answer is still being made is answered with 409',
    break: virtual({ ...taps, app: repeated((first, now) => (now < first - MOMENT ? conflict : null)) }),
    expect: PASS,
    twin: true,
  },
];

function once(): App {
  let broken = false;
  return repeated(() => {
    if (broken) return null;
    broken = true;
    return answer(503, {});
  });
}
