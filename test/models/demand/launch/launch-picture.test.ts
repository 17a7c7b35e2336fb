import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../../models/demand/launch/arrivals/crowd.ts';
import { forecastLaunches } from '../../../../models/demand/launch/launch-document.ts';
import type { LaunchEvent } from '../../../../models/demand/launch/launch-event.ts';
import { launchPictures } from '../../../../models/demand/launch/launch-picture.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { analogue, launch, quantity } from './made-event.ts';

const pictureOf = (event: LaunchEvent) => launchPictures([event], forecastLaunches([event]).launches)[0]!;

const OWN = [analogue(50_000), analogue(90_000)];

const SHAPES = {
  'doors open': { opening: { hold: 600, halfLife: 1_800 } },
  'a deadline': { type: 'deadline', rush: { growth: 8, lasting: 3_600 } },
  'an adoption': { adoption: { innovation: 0.03, imitation: 0.38, period: 3_600 } },
} as const;

describe('the picture of an announced event', () => {
  it.each(Object.entries(SHAPES))('shows the peaks that the answer names, on five hundred parts of the window: %s', (_, over) => {
    const { moments, lines, launch: said } = pictureOf(launch(OWN, { ...over, admissions: { ...quantity(2), unit: 'people per second' } }));
    expect([moments[0], moments.length, moments.at(-1)]).toEqual([0, 501, 36_000]);
    expect(lines.map(({ quantile }) => quantile)).toEqual(['p50', 'p90', 'p99']);
    for (const { quantile, rates, waiting } of lines) {
      expect(Math.max(...rates) / said.arrivalsPerSecond[quantile]).toBeCloseTo(1, 2);
      expect(Math.max(...waiting!) / said.crowd[quantile]).toBeCloseTo(1, 2);
      expect(waiting![0]).toBe(0);
    }
  });

  it('has no line where nothing is known of how many are let in', () =>
    expect(pictureOf(launch(OWN)).lines.map(({ waiting }) => waiting)).toEqual([null, null, null]));

  it('begins when the doors open, and before a deadline by its window', () => {
    // 09:00 in Seoul is midnight of UTC; the window has ten hours.
    expect(pictureOf(launch(OWN)).startedAt).toBe(Date.UTC(2027, 2, 2, 0));
    expect(pictureOf(launch(OWN, { type: 'deadline' })).startedAt).toBe(Date.UTC(2027, 2, 1, 14));
  });

  it('has the quantiles of the pool that the answer is made of, even on the log scale, and ends at 15 times the largest', () => {
    const { pooled, bound, launch: said } = pictureOf(launch(OWN));
    const at = (level: number) => pooled.find((one) => Math.abs(one.level - level) < 1e-9)!.value;
    // The geometric mean of the two; people are counted, so nothing lies between the pool and the answer.
    expect(at(0.5)).toBeCloseTo(Math.sqrt(50_000 * 90_000), 6);
    expect(at(0.9)).toBeCloseTo(said.people.p90, 6);
    expect(at(0.1) * at(0.9)).toBeCloseTo(at(0.5) ** 2, 0);
    expect([at(0.99), bound]).toEqual([15 * 90_000, 15 * 90_000]);
    const values = pooled.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('names every number with its kind: stated, assumed where nothing was, and what bounds the answer', () => {
    const people = { population: quantity(9e6) };
    const event = launch([analogue(100, people)], {
      ...{ ...people, growth: null, opening: { hold: 60, halfLife: 600 }, refusal: { refused: 0.3, retries: 0.7, most: 5 } },
      closure: { days: 3, usualPerDay: 10, returning: 0.5, halfLifeDays: 14 },
    });
    const { numbers } = pictureOf(event);
    expect(numbers.map(({ name, kind, value }) => `${name} ${value} ${kind}`)).toEqual([
      'population 9000000 stated',
      'opening.hold 60 stated',
      'opening.halfLife 600 stated',
      'closure.days 3 stated',
      'closure.usualPerDay 10 stated',
      'closure.returning 0.5 stated',
      'closure.halfLifeDays 14 stated',
      'refusal.refused 0.3 stated',
      'refusal.retries 0.7 stated',
      'refusal.most 5 stated',
      expect.stringMatching(/^spread 0\.\d+ assumed$/),
      'largest answer 15 stated',
      'all people 4 derived',
    ]);
    for (const { unit, source } of numbers) expect(unit.length * source.length).toBeGreaterThan(0);
  });
});

describe('lineOf', () => {
  it('is empty while more are let in than come, and then grows by the difference: 10 − 4 a second for 100 s', () => {
    const late = arrivalCurve({ shape: 'step-decay', at: 500, peak: 10, hold: 500, halfLife: 1 });
    const line = lineOf(late, 1_000, 4);
    expect([line[0], line[500], line[600]]).toEqual([0, 0, 600]);
  });
});
