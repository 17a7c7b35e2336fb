import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../../models/people/person.ts';
import { parseEmvPayload } from '../../../models/protocols/emv-qr.ts';
import launch from '../../../scenarios/onnuri/onnuri-launch.surge.ts';
import { journalOf } from '../../engine/read-journal.ts';
import { errorsOf, type Log, STARTED_AT, virtualRun } from '../../engine/virtual-run.ts';
import { type FakeRequest, serve } from '../../fakes/k6/http.ts';
import { onnuriRun } from './onnuri-run.ts';
import { reference, withPassUntil } from './reference-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Runs journeys of people who all do the same, and keeps what they asked the service. */
async function live(only: 'register-card' | 'qr-payment', people: number, answer = reference, doubleTaps = 0) {
  const asked: FakeRequest[] = [];
  serve((request) => {
    if (request.url.startsWith('http://app.test')) asked.push(request);
    return answer(request);
  });
  const journey = launch.journeys[only]!;
  const log = await virtualRun({
    journeys: { 'register-card': journey, 'qr-payment': journey },
    run: onnuriRun({ arrivals: { shape: 'constant', rate: people }, arrivalSeconds: 1, drainSeconds: 60, doubleTaps }),
    accountOf: (number) => personOf(number + 1),
    seconds: 70,
  });
  return { log, asked, paths: asked.map(({ path }) => path) };
}

const payments = (log: Log) => journalOf(log).filter(({ step }) => step === 'pay');

/** A service that breaks, and sends the usual body with it. */
it.each(['register-card', 'qr-payment'] as const)(
  'takes no answer of %s for good that comes with a 500, whatever its body',
  async (journey) => {
    for (const step of ['/app/version', '/login', '/identity/send', '/identity/confirm', '/cards', '/balance', '/qr/lookup', '/payments']) {
      const { log, paths } = await live(journey, 1, (request) => {
        const answer = reference(request);
        return request.path === step && typeof answer === 'object' && 'status' in answer ? { ...answer, status: 500 } : answer;
      });
      if (paths.includes(step)) expect(log.end?.users, step).toMatchObject({ finished: 0, gaveUp: 1 });
    }
  },
);

describe('registering a card', () => {
  it('opens the app, logs in, confirms the identity, registers the card and looks at the balance', async () => {
    const { log, asked, paths } = await live('register-card', 1);
    expect(paths).toEqual(['/app/version', '/login', '/identity/send', '/identity/confirm', '/cards', '/balance']);
    const { user, pin, carrier, phone, card, issuer } = personOf(1);
    expect(asked.map(({ body }) => body).slice(1, 5)).toEqual([
      { user, pin },
      { carrier, phone, method: 'SMS' },
      { request: 'request-1', code: '424242' },
      { card, issuer, key: expect.stringMatching(/^[a-z0-9]+-0-0$/) },
    ]);
    expect(asked[0]!.params.headers?.['x-queue-pass']).toMatch(/^pass-/);
    expect(log.end?.users).toMatchObject({ arrived: 1, finished: 1 });
  });

  it('skips the identity check for a person who need not do it again', async () => {
    const { paths } = await live('register-card', 1, (request) =>
      request.path === '/login' ? { status: 200, body: { next: 'home' } } : reference(request),
    );
    expect(paths).toEqual(['/app/version', '/login', '/cards', '/balance']);
  });

  it('notes the login with its place in line, and the card with whether the identity was confirmed', async () => {
    const { log } = await live('register-card', 1);
    expect(journalOf(log)).toMatchObject([
      { person: 0, step: 'login', key: '', status: 'identity', facts: { lane: 'register', ticket: expect.any(Number) } },
      { person: 0, step: 'register-card', status: 'registered', receipt: 'card-1', facts: { identified: true } },
    ]);
  });

  it('takes a pass that is refused before its time for an error of the service', async () => {
    const { log, paths } = await live('register-card', 1, (request) =>
      request.path === '/app/version' ? { status: 403, body: { error: 'pass-expired' } } : reference(request),
    );
    expect(paths).toEqual(['/app/version', '/app/version']);
    expect(errorsOf(log)).toEqual([['open-app', 'HTTP 403 pass-expired', 'unclear', 2]]);
    expect(log.end?.users).toMatchObject({ gaveUp: 1 });
  });

  it('queues again when the pass ran out on the way', async () => {
    let opened = 0;
    const { log, paths } = await live('register-card', 1, (request) =>
      request.path === '/app/version' && opened++ === 0
        ? { status: 403, body: { error: 'pass-expired' }, duration: 1_500 }
        : withPassUntil(STARTED_AT + 2_000, request),
    );
    expect(paths.slice(0, 3)).toEqual(['/app/version', '/app/version', '/login']);
    expect(log.seconds.flatMap(({ admissions = [] }) => admissions)).toHaveLength(2);
    expect(log.end?.users).toMatchObject({ finished: 1 });
  });

  it('takes a pass that is over when it is handed out for an error of the service', async () => {
    const { log } = await live('register-card', 1, (request) =>
      request.path === '/app/version' ? { status: 403, body: { error: 'pass-expired' } } : withPassUntil(STARTED_AT, request),
    );
    expect(errorsOf(log)).toEqual([['open-app', 'HTTP 403 pass-expired', 'unclear', 2]]);
    expect(log.end?.users).toMatchObject({ gaveUp: 1 });
  });

  it('tries again behind a maintenance page, and gives up when it stays', async () => {
    const { log, paths } = await live('register-card', 1, (request) =>
      request.path === '/login' ? { status: 503, body: { error: 'maintenance' } } : reference(request),
    );
    expect(paths).toEqual(['/app/version', '/login', '/login']);
    expect(log.end?.users).toMatchObject({ gaveUp: 1 });
    expect(errorsOf(log)).toEqual([['login', 'HTTP 503 maintenance', 'system', 2]]);
  });
});

describe('paying by QR', () => {
  it('logs in, looks at the balance, scans a store and pays; the journal says what was told', async () => {
    const { log, asked } = await live('qr-payment', 200);
    const payments = asked
      .filter(({ path }) => path === '/payments')
      .map(({ body }) => body as { key: string; amount: number; merchant: string });
    expect(payments).toHaveLength(200);
    expect(new Set(payments.map(({ key }) => key)).size).toBe(200);
    // 1,000 to 60,000 won in steps of 100, by the journey's own table.
    expect(payments.every(({ amount }) => amount >= 1_000 && amount <= 60_000 && amount % 100 === 0)).toBe(true);
    const scanned = asked
      .filter(({ path }) => path === '/qr/lookup')
      .map(({ body }) => parseEmvPayload((body as { payload: string }).payload));
    // A few have the QR of before the merger, and find the new one then.
    expect(scanned.filter((merchant) => merchant !== null)).toHaveLength(200);
    expect(
      scanned.filter((merchant) => merchant !== null).every((merchant) => /^m0[0-4]\d\d$|^m0500$/.test(merchant?.merchant ?? '')),
    ).toBe(true);
    const told = journalOf(log).filter(({ step, status }) => step === 'pay' && status === 'approved');
    expect(told.every(({ facts }) => Number(facts.store) >= 1 && Number(facts.store) <= 500)).toBe(true);
    expect(told.map(({ key, amount, receipt }) => [key, amount, receipt]).sort()).toEqual(
      payments.map(({ key, amount }) => [key, amount, `R-${key}`]).sort(),
    );
  });

  it('cancels a few payments, under keys of their own', async () => {
    const { log, asked } = await live('qr-payment', 600);
    const cancels = asked.filter(({ path }) => path === '/payments/cancel').map(({ body }) => body as { key: string; of: string });
    // 3 % of 600 are 18, σ 4.2: within four σ.
    expect(cancels.length).toBeGreaterThan(1);
    expect(cancels.length).toBeLessThan(35);
    const journal = journalOf(log);
    for (const { key, of } of cancels) {
      expect(journal.find((entry) => entry.key === key)).toMatchObject({ status: 'cancelled', receipt: `C-${key}`, facts: { of } });
      expect(journal.some((entry) => entry.key === of)).toBe(true);
    }
  });

  it('taps twice on a payment and on a card, with the same key, and gets the same answer', async () => {
    for (const [journey, path, step] of [
      ['qr-payment', '/payments', 'pay'],
      ['register-card', '/cards', 'register-card'],
    ] as const) {
      const { log, asked } = await live(journey, 10, reference, 0.2);
      const sent = asked.filter((request) => request.path === path);
      const keys = sent.map(({ body }) => (body as { key: string }).key);
      expect([keys.length, new Set(keys).size], step).toEqual([12, 10]);
      expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(10);
      const taps = log.seconds.flatMap(({ doubleTaps = [] }) => doubleTaps);
      expect(taps.filter(([index]) => log.head.steps[index] === step)).toEqual([
        [expect.any(Number), 1, 0],
        [expect.any(Number), 1, 0],
      ]);
    }
  });

  it('takes a declined payment for an answer', async () => {
    const { log } = await live('qr-payment', 1, (request) =>
      request.path === '/payments' ? { status: 402, body: { error: 'declined' } } : reference(request),
    );
    expect(payments(log)).toMatchObject([{ status: 'declined', receipt: '' }]);
    expect(log.end?.users).toMatchObject({ finished: 1 });
  });

  it('keeps the key when a payment is tried again, so that it cannot be charged twice', async () => {
    let asks = 0;
    const { log, asked } = await live('qr-payment', 1, (request) =>
      request.path === '/payments' && asks++ === 0 ? 'never' : reference(request),
    );
    const keys = asked.filter(({ path }) => path === '/payments').map(({ body }) => (body as { key: string }).key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(payments(log)).toMatchObject([{ key: keys[0], status: 'approved' }]);
  });

  it('never hears of a payment when the service stays silent: unknown', async () => {
    const { log } = await live('qr-payment', 1, (request) => (request.path === '/payments' ? { status: 500 } : reference(request)));
    expect(payments(log)).toMatchObject([{ status: 'unknown' }]);
    expect(log.end?.users).toMatchObject({ gaveUp: 1 });
  });
});
