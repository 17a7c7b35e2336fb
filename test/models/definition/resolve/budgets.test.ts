import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant } from '../../../../models/definition/arrivals/arrival-parts.ts';
import { STEP_BUDGET } from '../../../../models/definition/resolve/built-in-defaults.ts';
import { judgedPeople } from '../../../../models/definition/resolve/profile/judged-people.ts';
import { filledBudget, PERCENTILES } from '../../../../models/definition/resolve/surge/budget.ts';
import { crowd, type Given, ROOM, resolved, run, sentences, smallest } from './resolved.ts';

const budgetOf = (items: object, profile: object = {}, given: Given = {}) =>
  resolved({ ...smallest, steps: { items }, profiles: { smoke: { ...crowd, ...profile } } }, given).configuration.budgets.steps.items!;

describe('the budget of a step', () => {
  it('has the defaults, and says that nobody gave them', () => {
    expect(budgetOf({})).toEqual(STEP_BUDGET);
    expect(STEP_BUDGET).toMatchObject({ p50: null, p95: 1_000, p99: 3_000, errorShare: 0.01, minSamples: 200, kind: 'assumed' });
  });

  it('is that of the profile before the step before k6.config.ts', () => {
    const config = { defaults: { budget: { p95: '2 s', p99: '5 s', errors: '2 %' } } };
    expect(budgetOf({}, {}, { config })).toMatchObject({
      p95: 2_000,
      p99: 5_000,
      errorShare: 0.02,
      source: 'k6.config.ts',
      kind: 'stated',
    });
    const step = { p95: '400 ms', source: 'contract', kind: 'stated' };
    expect(budgetOf(step, {}, { config })).toMatchObject({ p95: 400, p99: 5_000, errorShare: 0.02, source: 'contract' });
    const profile = { errors: '1 %', budgets: { items: { p95: '300 ms' } } };
    expect(budgetOf({ ...step, errors: '0.1 %' }, profile, { config })).toMatchObject({ p95: 300, p99: 5_000, errorShare: 0.01 });
    expect(budgetOf({}, { errors: '1 %', budgets: { items: { errors: '3 %' } } }).errorShare).toBe(0.03);
  });

  it('has no limit where it is switched off, not even that of the profile', () => {
    const off = { p50: '1 s', p95: null, p99: null, errors: null };
    expect(budgetOf(off, { errors: '1 %' })).toMatchObject({ p95: null, p99: null, errorShare: null });
  });

  it('is reported when profile and step contradict each other', () => {
    const surge = { ...smallest, steps: { items: { p99: '1 s' } }, profiles: { smoke: { ...crowd, budgets: { items: { p95: '2 s' } } } } };
    expect(sentences(surge)).toEqual(['profiles.smoke.budgets.items.p99: must be above p95 (2 s), got 1 s']);
  });

  it('keeps the order of its percentiles, whatever is left out', () => {
    const limit = fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(limit, limit, limit), ([p50, p95, p99]) => {
        const sorted = [p50, p95, p99].filter((value) => value !== undefined).sort((a, b) => a - b);
        fc.pre(new Set(sorted).size === sorted.length);
        const given: { p50?: number; p95?: number; p99?: number } = {};
        for (const [index, value] of [p50, p95, p99].entries()) if (value !== undefined) given[PERCENTILES[index]!] = sorted.shift()!;
        const limits = PERCENTILES.map((name) => filledBudget(given, STEP_BUDGET, '')[name]).filter((value) => value !== null);
        expect(limits).toEqual([...new Set(limits)].sort((a, b) => a - b));
        expect(filledBudget(given, STEP_BUDGET, '')).toMatchObject(given);
      }),
      { seed: 9 },
    );
  });

  it('is such that the people of a profile can show it, where nobody gave a limit', () => {
    const people = (rate: '1/s' | '7/s' | '20/s') => ({ arrivals: [constant(rate, { for: '10 s' })] });
    // 10, 70 and 200 people: a run without errors shows 4 in n.
    expect(budgetOf({}, people('1/s'))).toMatchObject({ errorShare: 0.05, minSamples: 30 });
    expect(budgetOf({}, people('7/s'))).toMatchObject({ errorShare: 0.05, minSamples: 35 });
    expect(budgetOf({}, people('20/s'))).toMatchObject({ errorShare: 0.02, minSamples: 100 });
    expect(budgetOf({ errors: '0.1 %', minSamples: 500 }, people('1/s'))).toMatchObject({ errorShare: 0.001, minSamples: 500 });
    expect(budgetOf({}, people('1/s'), { config: { defaults: { budget: { errors: '0.2 %' } } } }).errorShare).toBe(0.002);
    const journeys = { often: { share: 0.9, run }, seldom: { share: 0.1, run } };
    const { budgets } = resolved({ ...smallest, journeys, profiles: { smoke: people('20/s') } }).configuration;
    expect(budgets.steps.items?.minSamples).toBe(30); // a step of the rarer journey sees 20 people
  });
});

describe('the budget of the waiting room', () => {
  const roomOf = (profile: object, config: unknown = {}) =>
    resolved({ ...smallest, profiles: { smoke: profile } }, { target: ROOM, config }).configuration.budgets.steps['queue-poll'];

  it('is its own', () => {
    expect(roomOf(crowd)).toMatchObject({ p50: 30, p95: 150, p99: 500, errorShare: 0.001 });
    expect(roomOf({ ...crowd, errors: '1 %' })?.errorShare).toBe(0.01);
    expect(roomOf(crowd, { defaults: { waitingRoomBudget: { p95: '300 ms' } } })).toMatchObject({ p50: 30, p95: 300, p99: 500 });
    // 600 people cannot show 0.1 %.
    expect(roomOf({ arrivals: [constant('20/s', { for: '30 s' })] })?.errorShare).toBe(0.01);
  });
});

describe('the budget of a journey', () => {
  it('has only the limits given', () => {
    const journeys = { look: { share: 1, run, budget: { p95: '3 min', served: '99 %' } } };
    const { budgets } = resolved({ ...smallest, journeys }).configuration;
    expect(budgets.journeys).toEqual({ look: { p50: null, p95: 180_000, p99: null, servedShare: 0.99 } });
  });
});

describe('judgedPeople', () => {
  it('counts arrivals of judged phases alone', () => {
    const { profile } = resolved({ ...smallest, profiles: { smoke: { ...crowd, warmUp: '10 s' } } }).configuration;
    expect(judgedPeople(profile)).toBe(50_000);
  });
});

describe('the longest bad times of a step', () => {
  it('have defaults, and are as the step, the profile or k6.config.ts say', () => {
    expect(budgetOf({})).toMatchObject({ stretch: 10_000, burst: 5_000 });
    expect(budgetOf({ stretch: '20 s', burst: null })).toMatchObject({ stretch: 20_000, burst: null });
    expect(budgetOf({ burst: '2 s' }, { budgets: { items: { stretch: null } } })).toMatchObject({ stretch: null, burst: 2_000 });
    expect(budgetOf({}, {}, { config: { defaults: { budget: { burst: '1 s' } } } })).toMatchObject({ stretch: 10_000, burst: 1_000 });
  });
});

describe('a surge without any limit', () => {
  const none = { p95: null, p99: null, errors: null };
  const sentence =
    'steps: must have at least one limit on latency or errors, or a journey a budget, got none; leave a null out to take the default';

  it('is refused, also where a waiting room has limits', () => {
    expect(sentences({ ...smallest, steps: { items: none } })).toEqual([sentence]);
    expect(sentences({ ...smallest, steps: { items: none } }, { target: ROOM })).toEqual([sentence]);
  });

  it('is sound with one on a journey', () => {
    const journeys = { look: { share: 1, run, budget: { served: '99 %' } } };
    expect(sentences({ ...smallest, steps: { items: none }, journeys })).toEqual([]);
    expect(sentences({ ...smallest, steps: { items: { ...none, errors: '1 %' } } })).toEqual([]);
  });
});
