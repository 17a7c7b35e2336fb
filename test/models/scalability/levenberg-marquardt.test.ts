import { describe, expect, it } from 'vitest';
import { levenbergMarquardt } from '../../../models/scalability/levenberg-marquardt.ts';
import { expectRefusal } from '../refused.ts';

describe('levenbergMarquardt', () => {
  it('refuses a problem that does not settle', () => {
    let call = 0;
    const restless = { evaluate: () => ({ residuals: [1 / ++call], jacobian: [[1e-3]] }), start: [1], atLeast: [-1e300] };
    expectRefusal(() => levenbergMarquardt(restless), 'no-answer', /did not settle in 500 steps/);
  });

  it('stays where no parameter can move', () => {
    const held = { evaluate: ([p]: readonly number[]) => ({ residuals: [1 + p!], jacobian: [[1]] }), start: [0], atLeast: [0] };
    expect(levenbergMarquardt(held).parameters).toEqual([0]);
  });
});
