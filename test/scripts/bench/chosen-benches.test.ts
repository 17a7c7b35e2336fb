import { describe, expect, it } from 'vitest';
import { BENCHES } from '../../../scripts/bench/benches.ts';
import { chosenBenches } from '../../../scripts/bench/chosen-benches.ts';

describe('chosenBenches', () => {
  it('takes all without a name', () => expect(chosenBenches(BENCHES, [])).toEqual(BENCHES));

  it('keeps the order of the table', () => {
    expect(chosenBenches(BENCHES, ['log-cpu', 'users-waiting']).map(({ name }) => name)).toEqual(['users-waiting', 'log-cpu']);
  });

  it('names what there is when a name is wrong', () => {
    expect(() => chosenBenches(BENCHES, ['log-gpu'])).toThrow(/^bench: must be one of users-waiting, .*, got log-gpu$/);
  });
});
