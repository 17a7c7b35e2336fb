import { describe, expect, it } from 'vitest';
import { constant, rush } from '../../../../models/definition/arrivals/arrival-parts.ts';
import { forecast } from '../../../../models/definition/arrivals/forecast-arrivals.ts';
import { withArrivals } from '../../../../models/definition/arrivals/with-arrivals.ts';
import { profilesOf } from '../../../../models/definition/profiles-of.ts';
import { ROOM, resolved, smallest, smoke } from '../resolve/resolved.ts';

describe('withArrivals', () => {
  const { configuration } = resolved({ ...smallest, profiles: { smoke: { ...smoke, warmUp: '5 s', drain: '10 s' } } });

  it('changes nothing where nothing is asked for', () => {
    expect(withArrivals(configuration, null, null)).toBe(configuration);
  });

  it('sends another rate for another time, with the warm-up of the profile', () => {
    const { profileName, profile } = withArrivals(configuration, 1_000, 60);
    expect(profileName).toBe('custom (from smoke)');
    expect(profile).toMatchObject({ arrivals: { shape: 'constant', rate: 1_000 }, arrivalSeconds: 60, drainSeconds: 10, hosts: 2 });
    expect(profile.phases).toEqual([
      { name: 'warm-up', from: 0, judged: false },
      { name: 'surge', from: 5, judged: true },
      { name: 'drain', from: 60, judged: false },
    ]);
  });

  it('keeps what is not asked for', () => {
    expect(withArrivals(configuration, 7, null).profile).toMatchObject({ arrivals: { rate: 7 }, arrivalSeconds: 30 });
    expect(withArrivals(configuration, null, 4).profile).toMatchObject({ arrivals: { rate: 20 }, arrivalSeconds: 4 });
    // A warm-up of 5 s does not fit into 4.
    expect(withArrivals(configuration, null, 4).profile.phases[0]).toEqual({ name: 'surge', from: 0, judged: true });
  });

  it('has VUs for the people in line', () => {
    const queued = resolved(smallest, { target: ROOM }).configuration;
    expect(withArrivals(queued, 100, 100).profile.hosts).toBe(4);
  });
});

describe('profilesOf', () => {
  it('lists every profile with its length and people, a forecast or a mistake without them', () => {
    const profiles = {
      smoke: { ...smoke, description: 'does everything work?' },
      full: { arrivals: [rush(500, { within: '20 s' }), constant('1/s', { for: '1 min' })] },
      feast: { arrivals: [forecast('f.json', 'P95')] },
      wrong: { arrivals: [constant(1 as never, { for: '1 s' })] },
    };
    expect(
      profilesOf({ ...smallest, profiles }).map((one) => ({ ...one, people: one.people === null ? null : Math.round(one.people) })),
    ).toEqual([
      { name: 'smoke', description: 'does everything work?', seconds: 30, people: 600 },
      { name: 'full', description: '', seconds: 80, people: 560 },
      { name: 'feast', description: '', seconds: null, people: null },
      { name: 'wrong', description: '', seconds: null, people: null },
    ]);
    expect([profilesOf(null), profilesOf({ profiles: 7 })]).toEqual([[], []]);
  });
});
