import { describe, expect, it } from 'vitest';
import { type Given, resolved, SERVICE, sentences, smallest, smoke } from '../resolved.ts';

const given: Given = { target: SERVICE };
const surge = (profile: object) => ({ ...smallest, profiles: { smoke: { ...smoke, drain: '10 s', service: { nodes: 2 }, ...profile } } });
const faultsOf = (...faults: object[]) => resolved(surge({ faults }), given).configuration.profile.faults;
const wrong = (profile: object) => sentences(surge(profile), given);

const at = { from: '5 s', for: '10 s' } as const;
const partition = { kind: 'partition', between: 'app-ledger', direction: 'replies', ...at } as const;

describe('a fault timeline', () => {
  it('is left out of a profile without faults', () => {
    expect(resolved(surge({}), given).configuration.profile).not.toHaveProperty('faults');
  });

  it('is read in seconds, with the names of what is broken', () => {
    expect(
      faultsOf(
        { ...partition, share: '50 %', cut: '23 h' },
        { kind: 'latency', on: 'bank', times: 3, plus: '200 ms', ...at },
        { kind: 'latency', on: 'post', plus: '1 s', ...at },
        { kind: 'errors', on: 'bank', share: '20 %', ...at },
        { kind: 'capacity', on: 'bank', to: '25 %', ...at },
        { kind: 'kill-node', node: 1, from: '30 s' },
        { kind: 'restart-node', node: 2, ...at },
        { kind: 'slow-start', node: 2, times: 4, from: '15 s', for: '5 s', title: 'cold cache' },
        { kind: 'command', run: ['block', 'port'], undo: ['open', 'port'], timeout: '3 s', ...at },
        { kind: 'command', run: ['look'], from: 0, for: '1 s' },
      ),
    ).toEqual([
      {
        title: 'app-ledger: 50 % of replies are lost',
        from: 5,
        to: 15,
        cutSeconds: 82_800,
        action: { kind: 'partition', between: 'app-ledger', direction: 'replies', share: 0.5 },
      },
      expect.objectContaining({ title: 'bank: latency × 3 + 200 ms', action: { kind: 'latency', on: 'bank', times: 3, plus: 200 } }),
      expect.objectContaining({ title: 'post: latency + 1 s' }),
      expect.objectContaining({ title: 'bank: 20 % errors' }),
      expect.objectContaining({ title: 'bank: 25 % of its capacity' }),
      // Until the end of the run: 30 s of arrivals and 10 s of drain.
      expect.objectContaining({ title: 'node 1 is gone', from: 30, to: 40 }),
      expect.objectContaining({ title: 'node 2 restarts' }),
      expect.objectContaining({ title: 'cold cache' }),
      expect.objectContaining({
        title: 'block port',
        action: { kind: 'command', run: ['block', 'port'], undo: ['open', 'port'], timeout: 3_000 },
      }),
      expect.objectContaining({ action: { kind: 'command', run: ['look'], undo: null, timeout: 10_000 } }),
    ]);
    expect(faultsOf({ ...partition, direction: 'both' })?.[0]?.title).toBe('app-ledger: requests and replies are lost');
  });

  it.each([
    [{ faults: 'none' }, 'profiles.smoke.faults: must be a list of faults, got "none"'],
    [{ faults: ['none'] }, 'profiles.smoke.faults[0]: must be an object, got "none"'],
    [
      { faults: [{ ...partition, direction: 'reply' }] },
      'profiles.smoke.faults[0].direction: must be one of requests, replies, both, got "reply"',
    ],
    [{ faults: [{ ...partition, from: '40 s' }] }, 'profiles.smoke.faults[0].from: must be before the run ends (40 s), got 40 s'],
    [
      { faults: [{ ...partition, for: '36 s' }] },
      'profiles.smoke.faults[0].for: must be over when the run ends (40 s), got an end at 41 s; make it shorter or the drain longer',
    ],
    [
      { faults: [partition, { ...partition, from: '14 s' }] },
      'profiles.smoke.faults[1]: must not overlap with faults[0], which does the same to the same part',
    ],
    [
      { faults: [{ kind: 'latency', on: 'bank', ...at }] },
      'profiles.smoke.faults[0]: must have times or plus, got neither; say how much slower the dependency is',
    ],
    [
      { faults: [{ kind: 'kill-node', node: 3, from: 0 }] },
      'profiles.smoke.faults[0].node: must be a whole number at least 1 and at most 2, got 3',
    ],
    [
      { faults: [{ kind: 'command', run: [], ...at }] },
      'profiles.smoke.faults[0].run: must be a program and its arguments, a list of texts, got []',
    ],
    [
      { recovery: { within: '3 h' } },
      'profiles.smoke.recovery: must be left out without faults, after which there is nothing to recover from',
    ],
    [
      { faults: [partition], recovery: { within: '3 h' } },
      'profiles.smoke.recovery.stable: must fit between the end of the last fault (15 s) and the end of the arrivals (30 s), got 5 min; let people arrive for longer, or give a shorter time',
    ],
  ])('refuses %j', (profile, sentence) => expect(wrong(profile).map((one) => one.replace(/; did you mean.*/, ''))).toEqual([sentence]));

  it('names an unknown kind with those there are', () => {
    expect(wrong({ faults: [{ kind: 'earthquake', ...at }] })[0]).toMatch(
      /faults\[0\]\.kind: must be one of partition, latency, .* got "earthquake"/,
    );
  });

  it('says all that is wrong at once', () => {
    expect(wrong({ faults: [{ kind: 'errors', on: '', share: '120 %', ...at, size: 3 }], recovery: 3 })).toHaveLength(4);
  });
});

describe('the limit on recovery', () => {
  it('is 99 % for five minutes unless given', () => {
    const long = {
      ...smallest,
      profiles: {
        smoke: {
          arrivals: smoke.arrivals,
          faults: [{ ...partition, for: '5 s' }],
          recovery: { within: '3 h', stable: '20 s', success: '95 %', failFast: '2 s' },
        },
      },
    };
    expect(resolved(long, given).configuration.profile.recovery).toEqual({
      withinSeconds: 10_800,
      success: 0.95,
      stableSeconds: 20,
      failFast: 2_000,
    });
  });
});
