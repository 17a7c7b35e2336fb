import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateProfile } from '../../../../models/workload/checks/validate-profile.ts';
import { smoke } from '../../../../scenarios/onnuri/smoke-surge.ts';

const sound = smoke.profiles.smoke;
const sentences = (change: Record<string, unknown>) =>
  validateProfile({ ...sound, ...change }).map(({ path, message }) => `${path}: ${message}`);
const phase = (name: string, from: unknown, judged: unknown = true) => ({ name, from, judged });

describe('validateProfile', () => {
  it('finds nothing wrong with a sound profile', () => {
    expect(validateProfile(sound)).toEqual([]);
  });

  it('collects everything that is wrong, each thing once', () => {
    const problems = validateProfile({});
    const paths = problems.map(({ path }) => path);
    // Every field of SurgeProfile but the optional ones; phases and retry as a whole.
    expect([...paths].sort()).toEqual(Object.keys(sound).sort());
  });

  it.each([
    [{ description: '' }, ['description: must be a text that is not empty, got ""']],
    [{ arrivalSeconds: 0 }, ['arrivalSeconds: must be a finite number of seconds, above 0, got 0']],
    [{ drainSeconds: -1 }, ['drainSeconds: must be a finite number of seconds, at least 0, got -1']],
    [{ hosts: 1.5 }, ['hosts: must be a whole number, at least 1, got 1.5']],
    [{ nodes: 0 }, ['nodes: must be a whole number, at least 1, got 0']],
    [{ clientTimeout: 0 }, ['clientTimeout: must be a finite number of milliseconds, above 0, got 0']],
    [{ admissionTokens: Number.NaN }, ['admissionTokens: must be a finite number of tokens per second, above 0, got NaN']],
    [{ evenSpacing: 'yes' }, ['evenSpacing: must be true or false, got "yes"']],
    [{ arrivals: { shape: 'constant', rate: -1 } }, ['arrivals.rate: must be a finite number of arrivals per second, at least 0, got -1']],
    [
      { arrivals: { shape: 'constant', rate: 0 } },
      ['arrivals: must bring a finite number of people above 0 before arrivalSeconds (10), got 0'],
    ],
    [
      { arrivals: { shape: 'constant', rate: 1e308 } },
      ['arrivals: must bring a finite number of people above 0 before arrivalSeconds (10), got Infinity'],
    ],
    [{ retry: 3 }, ['retry: must be an object, got 3']],
    [{ retry: { ...sound.retry, probability: 1.5 } }, ['retry.probability: must be a finite number, at least 0 and at most 1, got 1.5']],
    [{ retry: { ...sound.retry, quickLow: 600 } }, ['retry.quickHigh: must be at least quickLow (600 ms), got 500 ms']],
    [{ retry: { ...sound.retry, slowP95: 500 } }, ['retry.slowP95: must be at least slowMedian (1000 ms), got 500 ms']],
  ])('says of %j what is wrong, where and what was given', (change, expected) => {
    expect(sentences(change)).toEqual(expected);
  });

  it.each([
    [[], ['phases: must be a list with at least one entry, got []']],
    [
      ['surge'],
      [
        'phases[0]: must be an object, got "surge"',
        'phases: must have a judged phase, or no budget could ever be met; set judged of one of them to true',
      ],
    ],
    [[phase('surge', 5)], ['phases[0].from: must be 0, as the run begins with its first phase, got 5']],
    [
      [phase('warm-up', 0), phase('surge', 4), phase('drain', 4)],
      ['phases[2].from: must be after the phase before (4 seconds), got 4 seconds'],
    ],
    // The smoke profile lasts 10 s of arrivals and 15 s of drain.
    [[phase('warm-up', 0), phase('surge', 25)], ['phases[1].from: must be before the run ends (25 seconds), got 25 seconds']],
    [[phase('hot', 0)], ['phases[0].name: must be one of warm-up, steady, surge, drain, got "hot"']],
    [[phase('surge', 0, 1), phase('drain', 2)], ['phases[0].judged: must be true or false, got 1']],
    [[phase('surge', '0'), phase('drain', 2)], ['phases[0].from: must be a finite number of seconds, at least 0, got "0"']],
    [[phase('surge', 0, false)], ['phases: must have a judged phase, or no budget could ever be met; set judged of one of them to true']],
  ])('says of phases %j what is wrong', (phases, expected) => {
    expect(sentences({ phases })).toEqual(expected);
  });

  it('says that a profile must be an object', () => {
    expect(validateProfile([1], 'profiles.lab')).toEqual([{ path: 'profiles.lab', message: 'must be a profile, an object, got [1]' }]);
  });

  it('shows at most 60 characters of what was given', () => {
    const [problem] = validateProfile('x'.repeat(1_000));
    expect(problem!.message).toHaveLength('must be a profile, an object, got '.length + 60 + 1);
  });

  it('survives objects that cannot be made a number or a text', () => {
    const hostile = { toString: '', valueOf: 0, toJSON: 1 };
    expect(sentences({ arrivalSeconds: hostile })).toEqual([
      'arrivalSeconds: must be a finite number of seconds, above 0, got {"toString":"","valueOf":0,"toJSON":1}',
    ]);
  });

  it('survives any JSON in any field, naming no thing twice', () => {
    const fields = fc.constantFrom(...Object.keys(sound));
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue()), (change) => {
        const found = sentences(change);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
