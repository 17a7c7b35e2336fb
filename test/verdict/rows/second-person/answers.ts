import { FAIL, PASS } from '../../expected.ts';
import type { Row } from '../../row.ts';
import { answer, each, everyNth, on, slow, withParts } from '../../virtual/changed-answers.ts';
import type { Ask, Said } from '../../virtual/hosted-run.ts';
import { virtual } from '../../virtual/virtual.ts';

const failed = (step: string) => ({ ...FAIL, headline: new RegExp(`attempts at “${step}” failed`) });

/** An answer that Go cannot read; it quotes what the target sent. */
const quoting = (text: string): Said => ({
  error: `net/http: HTTP/1.x transport connection broken: malformed HTTP status code "${text}"`,
  duration: 9,
});
const payment = on('/payments');

/** 2xx, in time, and not what it should be. */
export const otherAnswers: readonly Row[] = [
  {
    what: 'second 1: every tenth payment is answered with words of k6, context canceled, in place of a status',
    break: virtual({ app: everyNth(10, payment, () => quoting('context canceled')) }),
    expect: failed('Approve the payment'),
  },
  {
    what: 'second 1: every tenth payment is answered with words of k6, blacklisted, in place of a status',
    break: virtual({ app: everyNth(10, payment, () => quoting('IP is in a blacklisted range')) }),
    expect: failed('Approve the payment'),
  },
  {
    what: 'second 1: one payment in 190 is answered with words of k6, context canceled, in place of a status, and tried again',
    break: virtual({ app: everyNth(190, payment, () => quoting('context canceled')) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 2: every third session is over when the person pays',
    break: virtual({ app: everyNth(3, payment, () => answer(401, { error: 'login-required' })) }),
    // A second tap that is refused is told before the share of refusals.
    expect: { ...FAIL, headline: /(attempts|double taps) at “Approve the payment” / },
  },
  {
    what: 'second 2: the login gives no session',
    break: virtual({ app: each(on('/login'), () => answer(200, { next: 'home' })) }),
    expect: failed('.*'),
  },
  {
    what: 'second 3: the balance redirects to the page for logging in, which answers 200',
    break: virtual({ app: (ask, well) => redirected(ask, '/balance', '/start', () => answer(200, '<html>Log in</html>')) ?? well() }),
    expect: failed('Look at the balance'),
  },
  {
    what: 'second 3: the balance has moved for good, and a redirect leads there',
    break: virtual({ app: (ask, well) => redirected(ask, '/balance', '/v2/balance', () => answer(200, { balance: 1 })) ?? well() }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 4: the body of every scanned QR ends in the middle',
    break: virtual({ app: each(on('/qr/lookup'), (well) => withParts(well, ({ body }) => ({ body: JSON.stringify(body).slice(0, 9) }))) }),
    expect: failed('Scan the merchant QR'),
  },
  {
    what: 'second 4: every scanned QR has a body with twice as much as anybody asked for',
    break: virtual({
      app: each(on('/qr/lookup'), (well) => withParts(well, ({ body }) => ({ body: { offers: ['a', null], ...(body as object) } }))),
    }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 5: payments are answered with 200 and an error in the body',
    break: virtual({ app: each(payment, () => answer(200, { error: 'internal', status: 'failed' })) }),
    expect: failed('Approve the payment'),
  },
  {
    what: 'second 5: the balance is a text in place of a number',
    break: virtual({ app: each(on('/balance'), (well) => withParts(well, () => ({ body: { balance: '12000' } }))) }),
    expect: failed('Look at the balance'),
  },
  {
    what: 'second 6: every eighth request ends with GOAWAY of HTTP/2, the first try and the next',
    break: virtual({
      app: everyNth(
        8,
        () => true,
        () => ({ error: 'http2: server sent GOAWAY and closed the connection; LastStreamID=7', duration: 4 }),
      ),
    }),
    expect: failed('.*'),
  },
  {
    what: 'second 6: one request in 400 ends with GOAWAY of HTTP/2 and is sent again',
    break: virtual({
      app: everyNth(
        400,
        () => true,
        () => ({ error: 'http2: server sent GOAWAY and closed the connection; LastStreamID=7', duration: 4 }),
      ),
    }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 7: one payment in 25 is to be tried again in an hour',
    break: virtual({ app: everyNth(25, payment, () => answer(503, {}, { 'Retry-After': '3600' })) }),
    expect: { ...FAIL, headline: /waiting for an answer when the run ended/ },
  },
  {
    what: 'second 7: one payment in 60 is to be tried again in a second',
    break: virtual({ app: everyNth(60, payment, () => answer(503, {}, { 'Retry-After': '1' })) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 8: every payment that is taken back takes eight seconds, a step that few people make',
    break: virtual({ app: each(on('/payments/cancel'), slow(8_000)) }),
    expect: { ...FAIL, headline: '“Cancel the payment” took' },
  },
  {
    what: 'second 8: every payment that is taken back takes half of the time allowed',
    break: virtual({ app: each(on('/payments/cancel'), slow(95)) }),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 9: payments take two seconds for one person in four, as on one of four VUs or nodes',
    break: virtual({ profile: { hosts: 4 }, app: (ask, well) => (payment(ask) && personOf(ask) % 4 === 1 ? slow(2_000)(well) : well()) }),
    expect: { ...FAIL, headline: '“Approve the payment” took' },
  },
  {
    what: 'second 9: payments take 180 ms for one person in four',
    break: virtual({ profile: { hosts: 4 }, app: (ask, well) => (payment(ask) && personOf(ask) % 4 === 1 ? slow(180)(well) : well()) }),
    expect: PASS,
    twin: true,
  },
];

/** Number of the user whose session a request carries. */
const personOf = ({ cookies }: Ask): number => Number(/session-(\d+)/.exec(cookies)?.[1] ?? 0);

/** A redirect from one path to another, and what is said there; undefined for any other request. */
function redirected(ask: Ask, from: string, to: string, there: () => Said): Said | undefined {
  if (on(from)(ask)) return answer(308, '', { Location: `http://app.test${to}` });
  return on(to)(ask) ? there() : undefined;
}
