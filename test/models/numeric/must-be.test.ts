import { describe, it } from 'vitest';
import { mustBe } from '../../../models/numeric/must-be.ts';
import { expectRefusal } from '../refused.ts';

describe('mustBe', () => {
  it('names the argument, the rule and what was given', () => {
    expectRefusal(() => mustBe.finite('at', Number.NaN), 'out-of-range', /^at: must be a finite number, got NaN/);
    expectRefusal(() => mustBe.share('failure', 1.5), 'out-of-range', /^failure: must be from 0 to 1, got 1\.5/);
    expectRefusal(() => mustBe.nonNegative('think', -1), 'out-of-range', /^think: must be a number of at least 0, got -1/);
    expectRefusal(() => mustBe.whole('population', 11, 1, 10), 'out-of-range', /at most 10, got 11/);
  });
});
