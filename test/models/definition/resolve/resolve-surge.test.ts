import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../models/definition/account-sources.ts';
import { constant } from '../../../../models/definition/arrivals/arrival-parts.ts';
import { forecast } from '../../../../models/definition/arrivals/forecast-arrivals.ts';
import { resolveSurge } from '../../../../models/definition/resolve/resolve-surge.ts';
import { configOf, crowd, NO_ROOM, ROOM, resolved, run, sentences, smallest, smoke } from './resolved.ts';

describe('a sound surge', () => {
  it('is whole with nothing but names, arrivals and a journey', () => {
    const { configuration, forecast: staged, accounts } = resolved(smallest);
    expect(configuration.surge).toMatchObject({
      name: 'shop',
      title: 'Shop',
      lanes: [],
      journeys: [{ name: 'look', title: 'Look', share: 1, lane: null }],
      steps: [{ name: 'items', title: 'Items', room: false, rare: false, tags: {} }],
      demand: null,
    });
    expect(configuration.profile).toMatchObject({ arrivalSeconds: 30, drainSeconds: 30, hosts: 1, clientTimeout: 10_000, service: null });
    expect([configuration.queue, staged, accounts]).toEqual([null, null, null]);
  });

  it('is data: nothing is lost when the manifest keeps it as JSON', () => {
    const { configuration } = resolved({ ...smallest, profiles: { smoke: crowd } }, { target: ROOM });
    expect(JSON.parse(JSON.stringify(configuration))).toEqual(configuration);
  });

  it('has the steps of a waiting room first, where the target has one', () => {
    const { configuration } = resolved(smallest, { target: ROOM });
    expect(configuration.surge.steps.map(({ name }) => name)).toEqual(['queue-join', 'queue-poll', 'queue-leave', 'items']);
    expect(configuration.surge.lanes).toEqual([{ name: 'all', cost: 1 }]);
    expect(configuration.surge.journeys[0]?.lane).toBe('all');
    expect(configuration.queue).toMatchObject({ maxLostPlaces: 0, kind: 'assumed' });
  });

  it('collects lanes from journeys, the first for those that name none', () => {
    const journeys = { a: { share: 0.5, lane: 'slow', run }, b: { share: '30 %', lane: 'fast', run }, c: { share: '20 %', run } };
    const { surge } = resolved({ ...smallest, journeys }, { target: ROOM }).configuration;
    expect(surge.lanes).toEqual([
      { name: 'slow', cost: 1 },
      { name: 'fast', cost: 1 },
    ]);
    expect(surge.journeys.map(({ lane }) => lane)).toEqual(['slow', 'fast', 'slow']);
    const without = resolved(
      { ...smallest, journeys, queue: { maxLostPlaces: 3 }, waitingRoom: { ask: run, read: run, enter: run } },
      { target: NO_ROOM },
    ).configuration;
    expect(without.surge.journeys.map(({ lane }) => lane)).toEqual([null, null, null]);
    for (const path of ['lanes', 'queue', 'waitingRoom'])
      expect(without.surge.assumed).toContainEqual({ path, value: 'ignored, as the target has no waiting room' });
  });

  it('knows how often one person makes what a forecast counts', () => {
    const journeys = { pay: { share: 0.3, run }, look: { share: 0.7, run } };
    const demand = { unit: 'payments', step: 'items', journeys: ['pay'] };
    const { surge } = resolved({ ...smallest, journeys, demand }).configuration;
    expect(surge.demand).toEqual({ unit: 'payments', step: 'items', perPerson: 0.3 });
    expect(surge.assumed).toContainEqual({ path: 'demand.perPerson', value: '0.3' });
    const given = { unit: 'payments', step: 'items', perPerson: 2 };
    expect(resolved({ ...smallest, demand: given }).configuration.surge.demand?.perPerson).toBe(2);
  });

  it('hands over accounts and the forecast that a profile names', () => {
    const accounts = csv('accounts.csv', { columns: ['email'] });
    const profiles = { feast: { arrivals: [forecast('forecast.json', 'P95', { event: 'doors' })] } };
    const answer = resolved({ ...smallest, accounts, profiles }, { profileName: 'feast' });
    expect(answer.accounts).toBe(accounts);
    expect(answer.forecast).toEqual({ forecast: 'forecast.json', quantile: 'p95', event: 'doors', scale: null });
    expect(answer.configuration.profile).toMatchObject({ arrivalSeconds: 10_800, arrivals: { shape: 'constant', rate: 0 } });
  });

  it('lists what nobody gave', () => {
    const paths = (config: unknown) => resolved(smallest, { config }).configuration.surge.assumed.map(({ path }) => path);
    const profile = ['profiles.smoke.drain', 'profiles.smoke.timeout', 'profiles.smoke.retry', 'profiles.smoke.doubleTaps'];
    expect(paths({})).toEqual(['steps.items.p95', 'steps.items.p99', 'steps.items.errors', 'people.served', ...profile]);
    expect(paths({ defaults: { budget: { p95: '2 s', errors: '1 %' }, retry: 'none', timeout: '5 s' } })).toEqual([
      'steps.items.p99',
      'people.served',
      'profiles.smoke.drain',
      'profiles.smoke.doubleTaps',
    ]);
  });

  it('lets one person in a hundred tap twice, or as many as the profile says', () => {
    const { profiles } = smallest;
    const tapping = (doubleTaps: unknown) =>
      resolved({ ...smallest, profiles: { smoke: { ...profiles.smoke, doubleTaps } } }).configuration.profile.doubleTaps;
    expect([tapping(undefined), tapping('5 %'), tapping('none')]).toEqual([0.01, 0.05, 0]);
  });
});

describe('a surge with mistakes', () => {
  it('reports all of them at once, with a path and what was given', () => {
    const broken = {
      nmae: 'Shop',
      target: 7,
      accounts: { from: 'cvs' },
      demand: { step: 'check', journeys: ['by'] },
      steps: { items: { p95: 400, p99: '300 ms', p9: 1 }, 'queue-join': {}, Pay: 7 },
      lanes: { vip: { cost: 0 } },
      queue: { maxLostPlaces: 0.5 },
      waitingRoom: { ask: 1, read() {}, enter() {} },
      journeys: { buy: { share: '50 %', lane: 'vpi' }, look: { share: 0.4, run, budget: { p50: '2 s', p95: '1 s', served: 1 } } },
      profiles: {
        smoke: { arrivals: [constant(20 as never, { for: '30 s' }), 7] },
        nobody: { arrivals: [constant('0/s', { for: '10 s' })] },
      },
      facts: { people: { value: 'many', unit: '', source: 'press', kind: 'stated' } },
    };
    expect(sentences(broken, { target: ROOM, profileName: 'smok' })).toEqual([
      'nmae: must be a field that is read, got nmae; did you mean name? The fields are name, title, story, target, accounts, demand, steps, lanes, queue, people, waitingRoom, journeys, profiles, facts, audit',
      'name: must be a name of 1 to 40 small letters, digits and hyphens, a letter first, got nothing',
      'target: must be the name of a target in k6.config.ts, a loopback address or { service: … }, got 7',
      'waitingRoom.ask: must be a function',
      'steps.items.p9: must be a field that is read, got p9; did you mean p95? The fields are title, rare, tags, p50, p95, p99, errors, stretch, burst, minSamples, source, kind',
      'steps.items.p95: must be a time such as 400 ms or 3 min, got 400',
      'steps.queue-join: must have another name, as queue-join is made by the engine; its budget is waitingRoomBudget in k6.config.ts',
      'steps.Pay: must be a name of 1 to 40 small letters, digits and hyphens, a letter first, got "Pay"',
      'steps.Pay: must be an object, got 7',
      'journeys.buy.run: must be a function of the user: async run(user) { … }',
      'journeys.look.budget.p95: must be above p50 (2 s), got 1 s',
      'journeys.look.budget.served: must be a share such as 0.1 %, got 1',
      'journeys: shares must add up to 1, got 0.9; change one by 0.1',
      'lanes.vip.cost: must be a number above 0, got 0',
      'journeys.buy.lane: must be one of vip, got "vpi"; did you mean vip?',
      'facts.people.value: must be a number, got "many"',
      'facts.people.unit: must be a text that is not empty, got ""',
      'demand.journeys[0]: must be one of buy, look, got "by"; did you mean buy?',
      'demand.step: must be one of items, queue-join, Pay, got "check"',
      'demand.unit: must be a text that is not empty, got nothing',
      'queue.maxLostPlaces: must be a whole number at least 0, got 0.5',
      `accounts: must be csv('accounts.csv', { columns: ['email'] }), syntheticPeople() or made((number) => ({ … })), got {"from":"cvs"}`,
      'profiles.smoke.arrivals[0].rate: must be a rate such as 20/s or 1200/min, got 20',
      `profiles.smoke.arrivals[1]: must be arrivals such as constant('20/s', { for: '30 s' }), got 7`,
      'profiles.nobody.arrivals: must bring a finite number of people above 0, got 0 in 10 s',
      'profile: must be one of smoke, nobody, got "smok"; did you mean smoke?',
    ]);
  });

  it.each([
    [undefined, ': must export a surge by default: export default defineSurge({ … }), got nothing'],
    [{ ...smallest, steps: {} }, 'steps: must have at least one step, got none; write steps: { home: {} }'],
    [{ ...smallest, journeys: {} }, 'journeys: must have at least one journey, got none'],
    [{ ...smallest, profiles: {} }, 'profiles: must have at least one profile, got none'],
    [{ ...smallest, target: { service: '' } }, 'target.service: must be a text that is not empty, got ""'],
    [
      { ...smallest, steps: { items: { tags: { carrier: [] } } } },
      "steps.items.tags.carrier: must be a list of different texts such as ['SKT', 'KT'], got []",
    ],
    [{ ...smallest, steps: { items: { rare: false } } }, 'steps.items.rare: must be true or left out, got false'],
    [
      { ...smallest, journeys: { look: { share: true, run } } },
      'journeys.look.share: must be the share of the people, 0 to 1 or such as 30 %, got true',
    ],
    [
      { ...smallest, accounts: { from: 'csv', file: 'a.csv', columns: [], reuse: 'never' } },
      "accounts.columns: must be a list of different columns such as ['email', 'pin'], got []",
    ],
  ] as const)('is refused: %j', (definition, sentence) => {
    expect(sentences(definition)[0]).toBe(sentence);
  });

  it('refuses a thousand names with the remedy', () => {
    const steps = Object.fromEntries(Array.from({ length: 201 }, (_, id) => [`item-${id}`, {}]));
    expect(sentences({ ...smallest, steps })).toEqual([
      'steps: must be at most 200, got 201; put what varies, such as an id, into the path of the request, not into the name',
    ]);
  });

  it('checks the profiles that are not asked for', () => {
    expect(sentences({ ...smallest, profiles: { smoke, full: { arrivals: [] } } })[0]).toMatch(/^profiles\.full\.arrivals: must be a list/);
  });

  it('never throws and never reports a problem twice, whatever the file exports', () => {
    const field = fc.constantFrom(
      'name',
      'target',
      'steps',
      'journeys',
      'profiles',
      'lanes',
      'queue',
      'demand',
      'accounts',
      'facts',
      'other',
    );
    fc.assert(
      fc.property(fc.dictionary(field, fc.anything({ maxDepth: 3 })), (fields) => {
        const answer = resolveSurge({ definition: { ...smallest, ...fields }, profileName: 'smoke', config: configOf(), target: ROOM });
        if (!('problems' in answer)) return;
        const said = answer.problems.map(({ path, message }) => `${path}: ${message}`);
        expect(said.length).toBeGreaterThan(0);
        expect(new Set(said).size).toBe(said.length);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
