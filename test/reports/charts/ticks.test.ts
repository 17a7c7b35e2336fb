import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../reports/charts/draw/matrix-dataset.ts';
import { amountAxis, latencyAxis, roundStep, spanAxis, timeAxis } from '../../../reports/charts/figure/ticks.ts';
import { heatLevels } from '../../../reports/run/figures/over-time/heat-levels.ts';

const labels = (axis: { readonly ticks: readonly { readonly label: string | readonly string[] }[] }) =>
  axis.ticks.map((tick) => tick.label);

// Expected ticks are the rule of the report by hand: from zero, round, in words with a unit.
describe('axes', () => {
  it('start amounts at zero and end them at the next round tick', () => {
    expect(labels(amountAxis(42_692, 'people', 'count', 5))).toEqual(['0', '10,000', '20,000', '30,000', '40,000', '50,000']);
    expect(labels(amountAxis(1.2, 'cores', 'cores', 3))).toEqual(['0', '0.5', '1', '1.5']);
  });

  it('keep ticks of counts whole, also for one person', () => expect(labels(amountAxis(1, 'people', 'count'))).toEqual(['0', '1']));

  it('count lengths of time in steps that people use', () => {
    expect(labels(spanAxis(330, 'time'))).toEqual(['0', '2 min', '4 min', '6 min']);
    expect(labels(spanAxis(53, 'time'))).toEqual(['0', '15 s', '30 s', '45 s', '60 s']);
    expect(labels(spanAxis(80_000, 'time'))).toEqual(['0', '10 h', '20 h', '30 h']);
  });

  it('have a range even when nothing was measured', () => {
    for (const nothing of [0, Number.NaN, Number.NEGATIVE_INFINITY]) expect(amountAxis(nothing, 'people', 'count').max).toBe(1);
    expect(latencyAxis([], 'response time').max).toBe(1000);
  });

  it('show the time of day in the zone and the time since the start in two rows', () => {
    // 01:00 UTC is 10:00 in Seoul.
    const started = Date.UTC(2026, 10, 22, 1);
    expect(labels(timeAxis(started, 290, 'Asia/Seoul')).slice(0, 3)).toEqual([
      ['10:00:00', '0 s'],
      ['10:01:00', '60 s'],
      ['10:02:00', '2 min'],
    ]);
    expect(labels(timeAxis(started, 1800, 'Asia/Seoul')).slice(0, 3)).toEqual([
      ['10:00:00', '0 s'],
      ['10:05:00', '5 min'],
      ['10:10:00', '10 min'],
    ]);
    expect(labels(timeAxis(started, 1, 'America/New_York'))).toEqual([
      ['20:00:00', '0 s'],
      ['20:00:01', '1 s'],
    ]);
  });

  it('are logarithmic exactly when latencies differ by more than a factor of 30', () => {
    expect(latencyAxis([10, 300], 'response time').scale).toBe('linear');
    expect(latencyAxis([10, 301], 'response time')).toMatchObject({ scale: 'log', min: 10, max: 500 });
  });

  it('hold every value, with two to twelve ascending ticks inside, for any latencies', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
        const axis = latencyAxis(values, 'response time');
        const ticks = axis.ticks.map((tick) => tick.value);
        expect(axis.min).toBeLessThanOrEqual(Math.min(...values));
        expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(12);
        expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
        for (const tick of ticks) expect(tick).toBeLessThanOrEqual(axis.max * 1.001);
      }),
    );
  });

  it('are divided by the smallest of 1, 2, 5 × 10^k that is enough, for any range', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 10 }), (range, parts) => {
        const step = roundStep(range, parts);
        expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toPrecision(6)));
        expect(range / step).toBeLessThanOrEqual(parts * (1 + 1e-6));
        expect(range / step).toBeGreaterThan(parts / 2.5 - 1e-6);
      }),
    );
  });
});

describe('levels of a heat map', () => {
  it('are at most nine ascending whole numbers from one, none above the largest count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), (most) => {
        const levels = heatLevels(most);
        expect(levels[0]).toBe(1);
        expect(levels.length).toBeLessThanOrEqual(9);
        expect(levels).toEqual([...new Set(levels)].map(Math.round).sort((a, b) => a - b));
        expect(levels.at(-1)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('give a count the last level that begins at or below it', () => {
    expect([1, 4, 5, 19, 20, 999].map((count) => levelOf(count, [1, 5, 20]))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
