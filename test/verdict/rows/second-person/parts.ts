import { FAIL, PASS } from '../../expected.ts';
import type { Row } from '../../row.ts';
import { type App, answer, slow } from '../../virtual/changed-answers.ts';
import type { HostedJourneys } from '../../virtual/hosted-run.ts';
import { type Broken, virtual } from '../../virtual/virtual.ts';

const ISSUERS = ['KB', 'BC'];
/** The card of one person in `n` is of the small issuer. */
const issuerOf = (number: number, n: number): string => (number % n === 0 ? 'KB' : 'BC');

type AnyUser = { readonly number: number; post(step: string, path: string, ask: object): Promise<unknown> };

/** The user with a tag on payments that says whose card it is; the service is told as well. */
const tagged = (user: AnyUser, n: number): AnyUser =>
  new Proxy(user, {
    get(target, name) {
      if (name === 'post') {
        return (step: string, path: string, ask: object) => {
          const issuer = issuerOf(target.number, n);
          return target.post(step, path, step === 'pay' ? { ...ask, tags: { issuer }, headers: { 'x-issuer': issuer } } : ask);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value;
    },
  });

/** A minute in which payments are tagged; the limit on errors is 5 %. */
const byIssuer = (n: number, app: App): Broken => ({
  profile: { arrivalSeconds: 60, arrivals: { shape: 'constant', rate: 20 } },
  configuration: (clean) => ({
    ...clean,
    surge: {
      ...clean.surge,
      steps: clean.surge.steps.map((step) => (step.name === 'pay' ? { ...step, tags: { issuer: ISSUERS } } : step)),
    },
  }),
  journeys: (clean) =>
    Object.fromEntries(
      Object.entries(clean).map(([name, { run }]) => [name, { run: (user: never) => run(tagged(user as AnyUser, n) as never) }]),
    ) as HostedJourneys,
  app,
});
const isSmall = ({ path, headers }: Parameters<App>[0]): boolean => path === '/payments' && headers['x-issuer'] === 'KB';

/** A part of a step is broken, and the whole of it keeps its limits. */
export const parts: readonly Row[] = [
  {
    what: 'second 37: every payment with a card that one person in sixty has fails: the step keeps its limit',
    break: virtual(byIssuer(60, (ask, well) => (isSmall(ask) ? answer(502, {}) : well()))),
    expect: { ...FAIL, headline: /attempts at “Approve the payment \(issuer: KB\)” failed/ },
  },
  {
    what: 'second 37: payments with a card that one person in thirty has take 2.5 s: p95 of the step keeps its limit',
    break: virtual(byIssuer(30, (ask, well) => (isSmall(ask) ? slow(2_500)(well) : well()))),
    expect: { ...FAIL, headline: /“Approve the payment/ },
  },
  {
    what: 'second 37: payments with a card that one person in thirty has take 900 ms, and one of them fails',
    break: virtual(byIssuer(30, oneFails())),
    expect: PASS,
    twin: true,
  },
  {
    what: 'second 37: all cards fail for half a second, those of the small issuer among them',
    break: virtual(
      byIssuer(30, (ask, well) => (ask.path === '/payments' && ask.second > 30 && ask.second < 30.5 ? answer(502, {}) : well())),
    ),
    expect: PASS,
    twin: true,
  },
];

function oneFails(): App {
  let failed = false;
  return (ask, well) => {
    if (!isSmall(ask)) return well();
    if (failed) return slow(900)(well);
    failed = true;
    return answer(502, {});
  };
}
