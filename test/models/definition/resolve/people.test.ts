import { describe, expect, it } from 'vitest';
import { PEOPLE_LIMITS } from '../../../../models/workload/surge/people-limits.ts';
import { crowd, resolved, sentences, smallest, smoke } from './resolved.ts';

const peopleOf = (surge: object, profile: object = {}) =>
  resolved({ ...smallest, ...surge, profiles: { smoke: { ...crowd, ...profile } } }).configuration.budgets.people;

describe('the limits on people', () => {
  it('have defaults, and the report says that nobody gave the first', () => {
    expect(peopleOf({})).toEqual(PEOPLE_LIMITS);
    const { assumed } = resolved({ ...smallest, profiles: { smoke: crowd } }).configuration.surge;
    expect(assumed).toContainEqual({ path: 'people.served', value: '99 %' });
  });

  it('are those of the profile before those of the surge', () => {
    const people = { served: '95 %', left: '3 %', unfinished: '2 %', source: 'contract', kind: 'stated' };
    expect(peopleOf({ people })).toEqual({ servedShare: 0.95, leftShare: 0.03, unfinishedShare: 0.02, source: 'contract', kind: 'stated' });
    expect(peopleOf({ people }, { people: { served: '90 %' } })).toMatchObject({ servedShare: 0.9, unfinishedShare: 0.02 });
    expect(peopleOf({}, { people: { unfinished: '5 %' } })).toMatchObject({ servedShare: 0.99, source: 'surge file', kind: 'stated' });
    const { assumed } = resolved({ ...smallest, people, profiles: { smoke: crowd } }).configuration.surge;
    expect(assumed.map(({ path }) => path)).not.toContain('people.served');
  });

  it('leave as much room as the loosest limit on errors, down to nine in ten', () => {
    expect(peopleOf({}, { errors: '5 %' })?.servedShare).toBe(0.95);
    expect(peopleOf({ steps: { items: { errors: null } } })?.servedShare).toBe(0.99);
    expect(peopleOf({}, { errors: '50 %' })?.servedShare).toBe(0.9);
  });

  it('are checked', () => {
    expect(sentences({ ...smallest, people: { served: 0.9, unfinshed: '1 %', kind: 'sure' } })).toEqual([
      'people.unfinshed: must be a field that is read, got unfinshed; did you mean unfinished? The fields are served, left, unfinished, source, kind',
      'people.served: must be a share such as 0.1 %, got 0.9',
      expect.stringContaining('people.kind: must be'),
    ]);
    expect(sentences({ ...smallest, profiles: { smoke: { ...smoke, people: { served: '101 %' } } } })).toEqual([
      'profiles.smoke.people.served: must be a share such as 0.1 %, at most 100 %, got "101 %"',
    ]);
  });
});
