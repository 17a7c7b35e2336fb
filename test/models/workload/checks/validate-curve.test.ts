import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveProblems } from '../../../../models/workload/checks/validate-curve.ts';
import { anyCurve } from '../curves/curve-arbitrary.ts';

const sentences = (spec: unknown) => curveProblems(spec, 'arrivals').map(({ path, message }) => `${path}: ${message}`);

const nested = (depth: number): unknown =>
  depth === 0 ? { shape: 'constant', rate: 1 } : { shape: 'scaled', by: 1, curve: nested(depth - 1) };

describe('curveProblems', () => {
  it('finds nothing wrong with a sound curve', () => {
    fc.assert(
      fc.property(anyCurve, (spec) => {
        expect(curveProblems(spec, 'arrivals')).toEqual([]);
      }),
    );
  });

  it.each([
    [null, ['arrivals: must be a curve, an object with a shape, got null']],
    [[], ['arrivals: must be a curve, an object with a shape, got []']],
    [
      { shape: 'spike' },
      ['arrivals.shape: must be one of constant, ramp, step-decay, deadline, diurnal, piecewise, sum, sequence, scaled, got "spike"'],
    ],
    [{ shape: 'constant' }, ['arrivals.rate: must be a finite number of arrivals per second, at least 0, got nothing']],
    [{ shape: 'constant', rate: -1 }, ['arrivals.rate: must be a finite number of arrivals per second, at least 0, got -1']],
    [{ shape: 'constant', rate: Infinity }, ['arrivals.rate: must be a finite number of arrivals per second, at least 0, got Infinity']],
    [{ shape: 'constant', rate: '5' }, ['arrivals.rate: must be a finite number of arrivals per second, at least 0, got "5"']],
    [{ shape: 'ramp', from: 0, to: 1, start: 5, end: 5 }, ['arrivals.end: must be above start (5 seconds), got 5 seconds']],
    [
      { shape: 'step-decay', at: 0, peak: 1, hold: 0, halfLife: 0 },
      ['arrivals.halfLife: must be a finite number of seconds, above 0, got 0'],
    ],
    [
      { shape: 'deadline', from: 0, to: 1, start: 3, deadline: 2 },
      [
        'arrivals.from: must be a finite number of arrivals per second, above 0, got 0',
        'arrivals.deadline: must be above start (3 seconds), got 2 seconds',
      ],
    ],
    [
      { shape: 'diurnal', mean: 1, amplitude: 2, period: 1, peakAt: 0 },
      ['arrivals.amplitude: must be a finite number, at least 0 and at most 1, got 2'],
    ],
    [{ shape: 'piecewise', points: [] }, ['arrivals.points: must be a list with at least one [time, rate], got []']],
    [
      {
        shape: 'piecewise',
        points: [[0, 1], [0, 2], [1, -1], [2, 1, 3], 'x', [3, 1]],
      },
      [
        'arrivals.points[1]: must be later than the point before (0 seconds), got 0 seconds',
        'arrivals.points[2]: must be [time, rate], two finite numbers of at least 0 (seconds, arrivals per second), got [1,-1]',
        'arrivals.points[3]: must be [time, rate], two finite numbers of at least 0 (seconds, arrivals per second), got [2,1,3]',
        'arrivals.points[4]: must be [time, rate], two finite numbers of at least 0 (seconds, arrivals per second), got "x"',
      ],
    ],
    [{ shape: 'sum', of: [] }, ['arrivals.of: must be a list with at least one curve, got []']],
    [{ shape: 'sum', of: [{ shape: 'constant', rate: 1 }, 7] }, ['arrivals.of[1]: must be a curve, an object with a shape, got 7']],
    [
      { shape: 'sequence', of: [{ seconds: 0, curve: { shape: 'constant', rate: -1 } }, 7] },
      [
        'arrivals.of[0].seconds: must be a finite number of seconds, above 0, got 0',
        'arrivals.of[0].curve.rate: must be a finite number of arrivals per second, at least 0, got -1',
        'arrivals.of[1]: must be an object, got 7',
      ],
    ],
    [{ shape: 'sequence', of: [] }, ['arrivals.of: must be a list with at least one entry, got []']],
    [
      { shape: 'scaled', by: -1, curve: { shape: 'constant', rate: -2 } },
      [
        'arrivals.by: must be a finite number, at least 0, got -1',
        'arrivals.curve.rate: must be a finite number of arrivals per second, at least 0, got -2',
      ],
    ],
  ])('says of %j what is wrong, where and what was given', (spec, expected) => {
    expect(sentences(spec)).toEqual(expected);
  });

  it('ends at 16 levels of nesting', () => {
    expect(sentences(nested(16))).toEqual([]);
    expect(sentences(nested(17))[0]).toMatch(/must not be nested deeper than 16 curves; write the sum as one list$/);
  });

  it('survives anything that JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (anything) => {
        expect(curveProblems({ shape: 'sum', of: [anything] }, '').length).toBeGreaterThan(0);
      }),
    );
  });
});
