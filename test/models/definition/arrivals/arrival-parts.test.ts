import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant, daily, deadline, doorsOpen, pause, points, ramp, rush } from '../../../../models/definition/arrivals/arrival-parts.ts';
import type { ArrivalPart } from '../../../../models/definition/arrivals/arrivals.ts';
import type { Duration } from '../../../../models/definition/units/units.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { curveProblems } from '../../../../models/workload/checks/validate-curve.ts';

const people = ({ curve, seconds }: ArrivalPart) => arrivalCurve(curve).arrivalsUntil(seconds);
const rate = ({ curve }: ArrivalPart, seconds: number) => arrivalCurve(curve).rateAt(seconds);
const sentences = ({ problems = [] }: ArrivalPart) => problems.map(({ path, message }) => `${path}: ${message}`);
/** What a JavaScript user may pass. */
const anything = (value: unknown) => value as never;

describe('arrival helpers', () => {
  const all: [string, ArrivalPart, number, number][] = [
    // Seconds and people by hand.
    ['constant', constant('1,200/min' as '1200/min', { for: '30 s' }), 30, 600],
    ['ramp', ramp('0/s', '10/s', { for: '10 s' }), 10, 50],
    ['rush', rush(5_000, { within: '20 s' }), 20, 5_000],
    ['doorsOpen', doorsOpen('100/s', { hold: '5 s', halfLife: '1 s', for: '5 s' }), 5, 500],
    // (10 − 1)/ln 10 per second of time, over 60 s.
    ['deadline', deadline('1/s', '10/s', { for: '1 min' }), 60, (60 * 9) / Math.log(10)],
    ['daily', daily('2/s', { amplitude: 0.5, for: '24 h' }), 86_400, 172_800],
    ['points', points([['0 s', '60/s'], ['10 s', '20/s']]), 10, 400], // biome-ignore format: a table
    ['pause', pause('1 min'), 60, 0],
  ];

  it.each(all)('%s lasts as long and brings as many as it says', (_, part, seconds, expected) => {
    expect(part.seconds).toBe(seconds);
    expect(people(part)).toBeCloseTo(expected, 6);
    expect(curveProblems(part.curve, '')).toEqual([]);
    expect(part.problems).toBeUndefined();
  });

  it('has the highest rate of a rush at once, half of it after a fifth of the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 7_200 }), (count, seconds) => {
        const part = rush(count, { within: `${seconds} s` as Duration });
        expect(people(part) / count).toBeCloseTo(1, 9);
        expect(rate(part, seconds / 5) / rate(part, 0)).toBeCloseTo(0.5, 9);
      }),
      { seed: 9 },
    );
  });

  it('puts the top of a day in the middle unless told otherwise', () => {
    expect(rate(daily('2/s', { amplitude: 0.5, for: '24 h' }), 43_200)).toBe(3);
    expect(rate(daily('2/s', { amplitude: 0.5, period: '1 h', peakAt: 0, for: '1 h' }), 0)).toBe(3);
  });

  it('carries what is wrong with its arguments instead of ending the file', () => {
    expect(sentences(constant(anything(20), anything({ for: 30 })))).toEqual([
      'rate: must be a rate such as 20/s or 1200/min, got 20',
      'for: must be a time such as 400 ms or 3 min, got 30',
    ]);
    expect(sentences(constant('20/s', anything(undefined)))).toEqual(['for: must be a time such as 400 ms or 3 min, got nothing']);
    expect(sentences(constant('20/s', { for: '0 s' }))).toEqual(['for: must be a time such as 400 ms or 3 min and above 0, got "0 s"']);
    expect(sentences(rush(-1, { within: '20 s' }))).toEqual(['people: must be a number of people above 0, got -1']);
    expect(sentences(deadline('0/s', '1/s', { for: '1 s' }))[0]).toMatch(/^from: .* and above 0, got "0\/s"$/);
    expect(sentences(daily('1/s', anything({ amplitude: 2, for: '1 h' })))).toEqual(['amplitude: must be a number from 0 to 1, got 2']);
    expect(sentences(points([['0 s', '1/s'], ['0 s', '2/s']]))).toEqual(['points[1]: must be later than the point before (0 s), got 0 s']); // biome-ignore format: a table
    expect(sentences(points(anything([7, ['1 s', '1/s']]))).length).toBe(2);
    expect(sentences(points(anything([])))).toEqual(["points: must be at least two points such as ['0 s', '60/s'], got []"]);
  });

  it('never throws, whatever a JavaScript user passes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (one, two, three) => {
        for (const part of [
          constant(anything(one), anything(two)),
          ramp(anything(one), anything(two), anything(three)),
          rush(anything(one), anything(two)),
          doorsOpen(anything(one), anything(two)),
          deadline(anything(one), anything(two), anything(three)),
          daily(anything(one), anything(two)),
          points(anything(one)),
          pause(anything(one)),
        ]) {
          expect(part.problems?.length).toBeGreaterThan(0);
        }
      }),
      { seed: 9 },
    );
  });
});
