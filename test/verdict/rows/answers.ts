import { FAIL, PASS } from '../expected.ts';
import type { Row } from '../row.ts';
import { type App, anything, answer as broken, everyNth, on, slow, withParts as with_ } from '../virtual/changed-answers.ts';
import type { Ask, Said } from '../virtual/hosted-run.ts';
import { virtual } from '../virtual/virtual.ts';

/** An app whose answers to one path, or to all, are replaced. */
const always =
  (said: Said, fits: (ask: Ask) => boolean = anything): App =>
  (ask, well) =>
    fits(ask) ? said : well();

/** An answer is good only with the status and the body that the surge names, and in time. */
export const answers: readonly Row[] = [
  {
    what: 'note 13: HTTP 500 on every answer but login, body as usual',
    break: virtual({
      app: (ask, well) => with_(well, ({ status }) => ({ status: status === 200 && ask.path !== '/login' ? 500 : status })),
    }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'note 14: HTTP 500 on every answer, declined payments too',
    break: virtual({ app: (_, well) => with_(well, () => ({ status: 500 })) }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'HTTP 500 with a good body on payments alone',
    break: virtual({ app: (ask, well) => with_(well, ({ status }) => ({ status: on('/payments')(ask) ? 500 : status })) }),
    expect: { ...FAIL, headline: /attempts at “.*” failed/ },
  },
  {
    what: 'HTTP 404 with a good body on the balance',
    break: virtual({ app: (ask, well) => with_(well, ({ status }) => ({ status: on('/balance')(ask) ? 404 : status })) }),
    expect: { ...FAIL, headline: /attempts at “Look at the balance” failed/ },
  },
  {
    what: 'HTTP 201 in place of 200 on the registration of cards',
    break: virtual({ app: (ask, well) => with_(well, ({ status }) => ({ status: on('/cards')(ask) ? 201 : status })) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'declined payments are a good answer: nobody has any money',
    break: virtual({ app: (ask, well) => (on('/payments')(ask) ? broken(402, { error: 'declined' }) : well()) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'note 16: 200 with an HTML error page',
    break: virtual({ app: always(broken(200, '<html><body>Error</body></html>')) }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'note 17: 200 with an empty body',
    break: virtual({ app: always(broken(200, '')) }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'note 18: 200 with malformed JSON',
    break: virtual({ app: always(broken(200, '{"version":')) }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'note 19: 302 always',
    break: virtual({ app: always(broken(302, '', { Location: 'http://app.test/maintenance' })) }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'note 20: no answer ever',
    break: virtual({ app: always('never') }),
    expect: { ...FAIL, headline: /attempts at “Open the app, check the version” failed/ },
  },
  {
    what: 'note 21: every tenth request is cut without an answer, the first try and the next',
    break: virtual({ app: everyNth(10, anything, () => ({ error: 'EOF', duration: 5 })) }),
    expect: { ...FAIL, headline: /attempts at “.*” failed/ },
  },
  {
    what: 'connections to the app are refused in every eighth case',
    break: virtual({ app: everyNth(8, anything, () => ({ error: 'dial tcp 127.0.0.1:8080: connect: connection refused' })) }),
    expect: { ...FAIL, headline: /attempts at “.*” failed/ },
  },
  {
    what: 'one request in 400 is cut and tried again: well below the 5 % of a smoke run',
    break: virtual({ app: everyNth(400, anything, () => ({ error: 'EOF', duration: 5 })) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'every login is refused for a wrong PIN',
    break: virtual({ app: always(broken(401, { error: 'wrong-pin' }), on('/login')) }),
    expect: { ...FAIL, headline: /attempts at “Log in with phone number and PIN” failed/ },
  },
  {
    what: 'every registration of a card gets a page of the gateway',
    break: virtual({ app: always(broken(502, '<html>502 Bad Gateway</html>'), on('/cards')) }),
    expect: { ...FAIL, headline: /attempts at “Register a card” failed/ },
  },
  {
    what: 'the app sheds every third login with 429',
    break: virtual({ app: everyNth(3, on('/login'), () => broken(429, { error: 'too-many' })) }),
    expect: { ...FAIL, headline: /attempts at “Log in with phone number and PIN” failed/ },
  },
  {
    what: 'note 27: every 14th payment takes 2.9 s: p95 measured over its limit of 1 s',
    break: virtual({ app: everyNth(14, on('/payments'), slow(2_900)) }),
    expect: { verdict: 'INCONCLUSIVE', exit: 4, headline: '' },
  },
  {
    what: 'every 30th payment takes 900 ms: p95 and p99 within their limits',
    break: virtual({ app: everyNth(30, on('/payments'), slow(900)) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'note 28: every tenth payment takes 3.5 s',
    break: virtual({ app: everyNth(10, on('/payments'), slow(3_500)) }),
    expect: { ...FAIL, headline: '“Approve the payment” took' },
  },
  {
    what: 'every payment takes 1.3 s',
    break: virtual({ app: everyNth(1, on('/payments'), slow(1_300)) }),
    expect: { ...FAIL, headline: '“Approve the payment” took' },
  },
  {
    what: 'every payment takes 150 ms: within its limits',
    break: virtual({ app: everyNth(1, on('/payments'), slow(150)) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'everything takes ten times as long as its median allows',
    break: virtual({ app: everyNth(1, anything, slow(4_000)) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'every second pass is refused as expired before its time',
    break: virtual({ app: everyNth(2, on('/app/version'), () => broken(403, { error: 'pass-expired' })) }),
    expect: { ...FAIL, headline: '' },
  },
  {
    what: 'every 60th poll and every 60th join fails once with 503 and is tried again',
    break: virtual({ surge: 'launch', room: everyNth(60, anything, () => broken(503, {})) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'every fifth answer of the waiting room is 503',
    break: virtual({ surge: 'launch', room: everyNth(5, anything, () => broken(503, {})) }),
    expect: { ...FAIL, headline: /attempts at “(Join|Ask)/ },
  },
];
