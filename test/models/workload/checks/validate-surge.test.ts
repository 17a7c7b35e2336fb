import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../../../k6.config.ts';
import { validateSurge } from '../../../../models/workload/checks/validate-surge.ts';
import { smoke } from '../../../../scenarios/onnuri/smoke-surge.ts';

const sentences = (change: Record<string, unknown>) =>
  validateSurge({ ...smoke, ...change }).map(({ path, message }) => `${path}: ${message}`);
const [register, payment] = smoke.mix;

describe('validateSurge', () => {
  it.each(Object.entries(config.scenarios))('finds nothing wrong with %s of k6.config.ts', (name, surge) => {
    expect(validateSurge(surge, `scenarios.${name}`)).toEqual([]);
    expect(surge.name).toBe(name);
  });

  it.each([
    [{ name: '../etc' }, ['name: must be 1 to 40 small letters, digits and hyphens, a letter first, got "../etc"']],
    [{ title: 5 }, ['title: must be a text that is not empty, got 5']],
    [
      { lanes: [...smoke.lanes, { name: 'register', cost: 0 }] },
      [
        'lanes[2].cost: must be a finite number of admission tokens, above 0, got 0',
        'lanes[2].name: must be a name no other lane has, got "register"',
      ],
    ],
    [{ lanes: [] }, ['lanes: must be a list with at least one entry, got []']],
    [{ lanes: 'register' }, ['lanes: must be a list with at least one entry, got "register"']],
    [
      { lanes: [{ name: 'a b', cost: 1 }, ...smoke.lanes] },
      ['lanes[0].name: must be 1 to 40 small letters, digits and hyphens, a letter first, got "a b"'],
    ],
    [{ mix: [{ ...register, share: 0.25 }, payment] }, ['mix: shares must add up to 1, got 0.75; change one by 0.25']],
    [
      {
        mix: [
          { ...register, share: 1.5 },
          { ...payment, share: -0.5 },
        ],
      },
      [
        'mix[0].share: must be a finite number, at least 0 and at most 1, got 1.5',
        'mix[1].share: must be a finite number, at least 0 and at most 1, got -0.5',
      ],
    ],
    [{ mix: [{ ...register, share: '1' }, payment] }, ['mix[0].share: must be a finite number, at least 0 and at most 1, got "1"']],
    [{ mix: [{ ...register, lane: 'vip' }, payment] }, ['mix[0].lane: must be one of register, payment, got "vip"']],
    [{ mix: [{ ...register, journey: 'refund' }, payment] }, ['mix[0].journey: must be one of register-card, qr-payment, got "refund"']],
    [{ mix: [] }, ['mix: must be a list with at least one entry, got []']],
    [{ facts: null }, ['facts: must be an object of facts (it may be empty), got null']],
    [
      { facts: { waiting: 40_000, people: { value: Infinity, unit: '', source: 's', kind: 'guessed' } } },
      [
        'facts.waiting: must be an object with value, unit, source and kind, got 40000',
        'facts.people.value: must be a finite number, got Infinity',
        'facts.people.unit: must be a text that is not empty, got ""',
        'facts.people.kind: must be one of stated, measured, derived, assumed, got "guessed"',
      ],
    ],
    [{ profiles: 1 }, ['profiles: must be an object with smoke, lab, full, got 1']],
    [{ profiles: { ...smoke.profiles, lab: undefined } }, ['profiles.lab: must be a profile, an object, got nothing']],
    [
      { profiles: { ...smoke.profiles, full: { ...smoke.profiles.full, hosts: 0 } } },
      ['profiles.full.hosts: must be a whole number, at least 1, got 0'],
    ],
  ])('says of %j what is wrong, where and what was given', (change, expected) => {
    expect(sentences(change)).toEqual(expected);
  });

  it('accepts shares that miss 1 by rounding only', () => {
    const mix = Array.from({ length: 10 }, () => ({ ...register, share: 0.1 })); // adds up to 0.9999999999999999 in floating point
    expect(sentences({ mix })).toEqual([]);
  });

  it('says that a surge must be an object', () => {
    expect(validateSurge(null, 'scenarios.x')).toEqual([{ path: 'scenarios.x', message: 'must be a surge, an object, got null' }]);
  });

  it('survives objects that cannot be made a text', () => {
    const hostile = { name: { toString: '' }, cost: 1 };
    expect(sentences({ lanes: [hostile, hostile, ...smoke.lanes] })).toEqual(
      [0, 1].map((i) => `lanes[${i}].name: must be 1 to 40 small letters, digits and hyphens, a letter first, got {"toString":""}`),
    );
  });

  it('survives any JSON in any field, naming no thing twice', () => {
    const fields = fc.constantFrom(...Object.keys(smoke));
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue()), (change) => {
        const found = sentences(change);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
