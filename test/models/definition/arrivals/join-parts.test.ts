import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant, pause, ramp, rush } from '../../../../models/definition/arrivals/arrival-parts.ts';
import { inSequence, partProblems, together } from '../../../../models/definition/arrivals/join-parts.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { anyCurve } from '../../workload/curves/curve-arbitrary.ts';

const seconds = fc.double({ min: 0.5, max: 200, noNaN: true });
const parts = fc.array(fc.record({ seconds, curve: anyCurve }), { minLength: 1, maxLength: 4 });
const peopleOf = (part: { curve: Parameters<typeof arrivalCurve>[0]; seconds: number }) =>
  arrivalCurve(part.curve).arrivalsUntil(part.seconds);

describe('inSequence', () => {
  it('brings the people of all parts, in the time of all parts', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const whole = inSequence(list);
        const total = list.reduce((sum, part) => sum + peopleOf(part), 0);
        expect(whole.seconds).toBeCloseTo(
          list.reduce((sum, part) => sum + part.seconds, 0),
          9,
        );
        expect(Math.abs(peopleOf(whole) - total)).toBeLessThanOrEqual(1e-9 * (1 + total));
      }),
      { seed: 9 },
    );
  });

  it('leaves one part alone as it is', () => {
    const { curve } = constant('6/s', { for: '3 min' });
    expect(inSequence([constant('6/s', { for: '3 min' })])).toEqual({ seconds: 180, curve });
  });

  it('begins each part at its own second 0', () => {
    const whole = inSequence([rush(100, { within: '20 s' }), pause('10 s'), ramp('0/s', '10/s', { for: '10 s' })]);
    const { rateAt } = arrivalCurve(whole.curve);
    expect([rateAt(25), rateAt(30), rateAt(35), rateAt(40)]).toEqual([0, 0, 5, 10]);
  });
});

describe('together', () => {
  it('brings the people of all parts in the time of the longest, and none of a short part after its end', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const whole = together(...list);
        const total = list.reduce((sum, part) => sum + peopleOf(part), 0);
        expect(whole.seconds).toBe(Math.max(...list.map((part) => part.seconds)));
        expect(Math.abs(peopleOf(whole) - total)).toBeLessThanOrEqual(1e-9 * (1 + total));
      }),
      { seed: 9 },
    );
  });

  it('passes on what is wrong with its parts, with their place', () => {
    expect(together(constant('1/s', { for: '1 s' }), constant(1 as never, { for: '1 s' })).problems).toEqual([
      { path: 'together[1].rate', message: 'must be a rate such as 20/s or 1200/min, got 1' },
    ]);
    expect(together().problems).toHaveLength(1);
  });
});

describe('partProblems', () => {
  it('says what is no part at all', () => {
    expect(partProblems(['20/s'], 'arrivals')).toEqual([
      { path: 'arrivals[0]', message: `must be arrivals such as constant('20/s', { for: '30 s' }), got "20/s"` },
    ]);
  });
});
