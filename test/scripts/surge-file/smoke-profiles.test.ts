import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../../models/definition/resolve/resolve-surge.ts';
import { trialsToShow } from '../../../models/statistics/wilson.ts';
import { plannedAttempts } from '../../../models/verdict/criteria/planned-samples.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { serviceSurge } from '../../../scripts/init/templates/service-surge.ts';
import { builtInSurges } from '../../../scripts/surge-file/built-in-surges.ts';
import { loadSource } from '../../../scripts/surge-file/load-surge.ts';

/** Steps that everyone of a journey makes, as a walk finds them. */
const WALKS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  voucher: {
    'register-card': ['open-app', 'login', 'identity-send', 'identity-confirm', 'register-card'],
    'qr-payment': ['open-app', 'login', 'balance', 'qr-lookup', 'pay'],
  },
  board: { 'look-up': ['login', 'notices', 'search', 'notice'], question: ['login', 'notices', 'notice', 'comment'] },
  'cheongyak-deadline': { apply: ['notice', 'challenge', 'login', 'eligibility', 'fill-in', 'sign'] },
  'otp-banking': {
    'pay-by-app': ['check-version', 'login', 'balance', 'verify', 'transfer', 'see-transfer'],
    'pay-on-the-web': ['check-version', 'identity', 'login', 'balance', 'verify', 'transfer', 'see-transfer'],
    'register-token': ['identity', 'open-account', 'login', 'issue', 'verify'],
    'give-up-token': ['check-version', 'login', 'tokens', 'verify', 'deregister', 'login-gone'],
    'replace-token': ['check-version', 'login', 'identity', 're-issue', 'old-token', 'verify'],
  },
  'identity-surge': {
    identify: ['methods', 'send', 'confirm', 'account'],
    'locked-out': ['methods', 'send', 'confirm', 'account'],
  },
  'coupon-first-hours': { apply: ['today', 'login', 'eligibility', 'apply'], 'buy-voucher': ['today', 'login', 'buy-voucher'] },
  'voucher-payments': {
    'static-qr': ['open-app', 'login', 'balance', 'qr-lookup', 'pay'],
    'dynamic-qr': ['open-app', 'login', 'balance', 'qr-bill', 'qr-lookup', 'pay'],
    'linked-card': ['open-app', 'login', 'pay-card'],
  },
  first: { reader: ['login', 'list', 'read'] },
};

const FILES = [
  ...builtInSurges().map(({ name, file }) => ({
    name,
    source: { file, contents: null },
    walk: WALKS[name] ?? WALKS.voucher!,
  })),
  {
    name: 'the file of init',
    source: { file: join(process.cwd(), 'first.surge.ts'), contents: serviceSurge('first', 20) },
    walk: WALKS.first!,
  },
];

async function smokeOf(source: Parameters<typeof loadSource>[0]): Promise<RunConfiguration> {
  const { definition } = await loadSource(source);
  const config = resolveConfig(undefined);
  if (!('config' in config)) throw new Error('the built-in defaults must be sound');
  const target = { hasWaitingRoom: definition.lanes !== undefined, isService: true };
  const answer = resolveSurge({ definition, profileName: 'smoke', config: config.config, target });
  if (!('resolved' in answer)) throw new Error(JSON.stringify(answer.problems));
  return answer.resolved.configuration;
}

/** Four standard deviations of Poisson arrivals: fewer than that come once in 30,000 runs. */
const judged = (planned: number, needed: number): boolean => planned - 4 * Math.sqrt(planned) >= needed;

describe.each(FILES)('the smoke profile of $name', ({ source, walk }) => {
  it('judges a limit on latency and one on errors of each journey within forty seconds', async () => {
    const configuration = await smokeOf(source);
    const { surge, budgets, profile } = configuration;
    expect(profile.arrivalSeconds).toBeLessThanOrEqual(40);
    for (const { name } of surge.journeys) {
      const steps = walk[name]!.map((step) => {
        const { p50, p95, p99, errorShare, minSamples } = budgets.steps[step]!;
        const planned = plannedAttempts(surge.steps.find((one) => one.name === step)!, 0, { configuration, walk });
        // Ten samples beyond a percentile.
        const latency = [p50 === null ? [] : 20, p95 === null ? [] : 200, p99 === null ? [] : 1_000].flat();
        return {
          latency: latency.some((beyond) => judged(planned, Math.max(minSamples, beyond))),
          errors: errorShare !== null && judged(planned, Math.max(minSamples, trialsToShow(errorShare))),
        };
      });
      expect(
        steps.some(({ latency }) => latency),
        `${name}: latency`,
      ).toBe(true);
      expect(
        steps.some(({ errors }) => errors),
        `${name}: errors`,
      ).toBe(true);
    }
  });
});
