import { describe, expect, it } from 'vitest';
import { constant, pause, rush } from '../../../../../models/definition/arrivals/arrival-parts.ts';
import { forecast } from '../../../../../models/definition/arrivals/forecast-arrivals.ts';
import { crowd, type Given, NO_ROOM, ROOM, resolved, SERVICE, sentences, smallest, smoke } from '../resolved.ts';

const profileOf = (profile: object, given: Given = {}) =>
  resolved({ ...smallest, profiles: { smoke: { ...smoke, ...profile } } }, given).configuration.profile;
const wrong = (profile: object, given: Given = {}) => sentences({ ...smallest, profiles: { smoke: { ...smoke, ...profile } } }, given);

describe('a profile', () => {
  it('puts one part of its arrivals after the other', () => {
    const profile = profileOf({ arrivals: [rush(5_000, { within: '20 s' }), pause('10 s'), constant('6/s', { for: '3 min' })] });
    expect(profile.arrivalSeconds).toBe(210);
    expect(profile.arrivals).toMatchObject({ shape: 'sequence', of: [{ seconds: 20 }, { seconds: 10 }, { seconds: 180 }] });
    expect(profileOf({}).arrivals).toEqual({ shape: 'constant', rate: 20 });
  });

  it('judges everything but its warm-up and the drain', () => {
    expect(profileOf({ warmUp: '5 s', drain: '20 s' }).phases).toEqual([
      { name: 'warm-up', from: 0, judged: false },
      { name: 'surge', from: 5, judged: true },
      { name: 'drain', from: 30, judged: false },
    ]);
    const phases = [
      { name: 'calm', from: 0, judged: true },
      { name: 'busy', from: '40 s', judged: false },
    ];
    expect(profileOf({ phases, drain: '20 s' }).phases).toEqual([phases[0], { ...phases[1], from: 40 }]);
  });

  it.each([
    [{ warmUp: '30 s' }, 'profiles.smoke.warmUp: must be shorter than the arrivals (30 s), got 30 s'],
    [{ phases: [] }, 'profiles.smoke.phases: must be a list with at least one phase, got []'],
    [
      { phases: [{ name: 'a', from: '1 s', judged: true }] },
      'profiles.smoke.phases[0].from: must be 0, as the run begins with its first phase, got 1 s',
    ],
    [
      {
        phases: [
          { name: 'a', from: 0, judged: true },
          { name: 'b', from: 0, judged: true },
        ],
      },
      'profiles.smoke.phases[1].from: must be after the phase before (0 ms), got 0 ms',
    ],
    [
      {
        drain: '10 s',
        phases: [
          { name: 'a', from: 0, judged: true },
          { name: 'b', from: '40 s', judged: true },
        ],
      },
      'profiles.smoke.phases[1].from: must be before the run ends (40 s), got 40 s',
    ],
    [
      { phases: [{ name: 'a', from: 0, judged: false }] },
      'profiles.smoke.phases: must have a judged phase, got none; set judged of one of them to true',
    ],
    [
      {
        phases: [
          { name: 'a', from: 0, judged: true },
          { name: 'a', from: '1 s', judged: true },
        ],
      },
      'profiles.smoke.phases[1].name: must be a name that no other phase has, got "a"',
    ],
    [{ phases: [{ name: 'a', from: 0 }] }, 'profiles.smoke.phases[0].judged: must be true or false, got null'],
    [
      { warmUp: '1 s', phases: [{ name: 'a', from: 0, judged: true }] },
      'profiles.smoke.warmUp: must be left out beside phases; make it the first phase, not judged',
    ],
    [
      {
        phases: [
          { name: 'rush', from: 0, judged: false },
          { name: 'steady', from: '30 s', judged: true },
        ],
      },
      'profiles.smoke.phases: must bring at least one person in a judged phase (steady), got 0 expected in 30 s; move the phases, or let more people come',
    ],
    [{ drain: 5 }, 'profiles.smoke.drain: must be a time such as 400 ms or 3 min, got 5'],
    [
      { drain: '4 s' },
      'profiles.smoke.drain: must be at least the time-out of a request (10 s), got 4 s; set drain to 10 s or more, or lower timeout',
    ],
    [
      { timeout: '60 s', drain: '59 s' },
      'profiles.smoke.drain: must be at least the time-out of a request (1 min), got 59 s; set drain to 1 min or more, or lower timeout',
    ],
    [{ even: 'yes' }, 'profiles.smoke.even: must be true or false, got "yes"'],
    [{ hosts: 0 }, 'profiles.smoke.hosts: must be a whole number at least 1, got 0'],
    [{ thinkScale: -1 }, 'profiles.smoke.thinkScale: must be a number at least 0, got -1'],
    [{ timeout: '0 s' }, 'profiles.smoke.timeout: must be a time such as 400 ms or 3 min and above 0, got "0 s"'],
    [{ errors: 0.01 }, 'profiles.smoke.errors: must be a share such as 0.1 %, got 0.01'],
    [{ errors: '101 %' }, 'profiles.smoke.errors: must be a share such as 0.1 %, at most 100 %, got "101 %"'],
    [
      { budgets: { itmes: {} } },
      'profiles.smoke.budgets.itmes: must be a field that is read, got itmes; did you mean items? The fields are items',
    ],
    [{ budgets: { items: { p95: '2 s', p99: '1 s' } } }, 'profiles.smoke.budgets.items.p99: must be above p95 (2 s), got 1 s'],
    [{ retry: 'never' }, 'profiles.smoke.retry: must be none or an object with again, atMost, quick, slow, got "never"'],
    [
      { retry: { again: '50 %', atMost: 3, quick: { times: 1, from: '2 s', to: '1 s' }, slow: { median: '5 s', p95: '9 s' } } },
      'profiles.smoke.retry.quick.to: must be at least from (2 s), got 1 s',
    ],
    [{ service: { ruleSpeed: { hours: 0.5 } } }, 'profiles.smoke.service.ruleSpeed.hours: must be a number at least 1, got 0.5'],
    [{ service: { nodes: 0 } }, 'profiles.smoke.service.nodes: must be a whole number at least 1, got 0'],
    [
      { arrivals: [forecast('f.json', 'P95'), constant('1/s', { for: '1 s' })] },
      'profiles.smoke.arrivals: must be a forecast alone or parts without one, got 2 entries; make two profiles',
    ],
    [
      { arrivals: [forecast('f.json', 'most')] },
      'profiles.smoke.arrivals[0].quantile: must be a quantile of the forecast such as P95, got "most"',
    ],
    [{ arrivals: [forecast('f.json', 'P95', { scale: 0 })] }, 'profiles.smoke.arrivals[0].scale: must be a number above 0, got 0'],
    [
      { arrivals: [{ seconds: 0, curve: { shape: 'constant', rate: 1 } }] },
      'profiles.smoke.arrivals[0].seconds: must be a number of seconds above 0, got 0',
    ],
    [{ arrivals: [{ seconds: 1, curve: { shape: 'spike' } }] }, 'profiles.smoke.arrivals[0].curve.shape: must be one of'],
  ])('is refused: %j', (profile, sentence) => {
    const found = wrong(profile);
    expect(found[0]?.startsWith(sentence), found.join('\n')).toBe(true);
    expect(found).toHaveLength(1);
  });

  it('needs every part of a retry policy', () => {
    expect(wrong({ retry: { again: '50 %', atMost: 3 } })).toEqual([
      'profiles.smoke.retry.quick: must be an object, got nothing',
      'profiles.smoke.retry.slow: must be an object, got nothing',
    ]);
  });

  it('takes what it does not say from k6.config.ts', () => {
    const retry = { again: '50 %', atMost: 3, quick: { times: 1, from: '1 s', to: '2 s' }, slow: { median: '5 s', p95: '9 s' } };
    const policy = {
      probability: 0.5,
      maxRetries: 3,
      quickRetries: 1,
      quickLow: 1_000,
      quickHigh: 2_000,
      slowMedian: 5_000,
      slowP95: 9_000,
    };
    const config = { defaults: { timeout: '5 s', patience: '10 min', retry } };
    expect(profileOf({}, { config })).toMatchObject({ clientTimeout: 5_000, impatienceMedian: 600_000, retry: policy });
    const own = profileOf({ timeout: '2 s', patience: '1 min', retry: 'none' }, { config });
    expect(own).toMatchObject({ clientTimeout: 2_000, impatienceMedian: 60_000, retry: { maxRetries: 0, probability: 0 } });
  });

  it('has as many VUs as people in line and arrivals a second need', () => {
    expect(profileOf(crowd, { target: NO_ROOM }).hosts).toBe(2); // 1,000 a second
    expect(profileOf(crowd, { target: ROOM }).hosts).toBe(8); // 60,000 in line
    expect(profileOf({ ...crowd, hosts: 3 }, { target: ROOM }).hosts).toBe(3);
  });

  it('drains as long as a last request and the rest of a journey take, and the line of a known admission rate', () => {
    expect(profileOf({ thinkScale: 0.5 }).drainSeconds).toBe(20); // 10 s + 20 s · 0.5
    expect(profileOf({ timeout: '60 s' }).drainSeconds).toBe(80);
    const service = { admissionRate: '1000/s', doorsOpenAfter: '10 s' };
    expect(profileOf({ ...crowd, service }, { target: SERVICE }).drainSeconds).toBe(30 + 10); // 60,000 in 60 s, 10 s late
  });

  it('may drain exactly as long as the time-out of a request', () => {
    expect(profileOf({ timeout: '4 s', drain: '4 s' }).drainSeconds).toBe(4);
  });

  it('has a service only where surgeproof starts the target', () => {
    expect(profileOf({ service: { nodes: 4 } }, { target: ROOM }).service).toBeNull();
    expect(profileOf({}, { target: SERVICE }).service).toEqual({ nodes: 1, admissionTokens: 30, doorsOpenAfter: 0 });
    const service = { nodes: 4, admissionRate: '836/s', doorsOpenAfter: '32 s' };
    expect(profileOf({ service }, { target: SERVICE }).service).toEqual({ nodes: 4, admissionTokens: 836, doorsOpenAfter: 32 });
    const faster = profileOf({ service: { ruleSpeed: { minutes: 10 } } }, { target: SERVICE });
    expect(faster.service).toMatchObject({ ruleSpeed: { minutes: 10, hours: 1 } });
    const { assumed } = resolved({ ...smallest, profiles: { smoke: { ...smoke, service } } }).configuration.surge;
    expect(assumed).toContainEqual({ path: 'profiles.smoke.service', value: 'ignored, as surgeproof does not start the target' });
  });
});
