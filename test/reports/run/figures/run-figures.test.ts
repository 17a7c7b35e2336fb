import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../../../reports/charts/draw/theme.ts';
import { toChartJs } from '../../../../reports/charts/draw/to-chart-js.ts';
import type { Figure } from '../../../../reports/charts/figure.ts';
import { figuresOf } from '../../../../reports/run/figures/run-figures.ts';
import { findingsOf } from '../../../../reports/run/findings/findings.ts';
import { type Made, madeReport } from '../../made-run.ts';

const figures = (made: Partial<Made> = {}): Figure[] => {
  const report = madeReport(made);
  return figuresOf(report, findingsOf(report));
};

const NAMES = ['generator', 'surge', 'latency-over-time', 'heat-map', 'percentiles', 'errors', 'announced-wait', 'fairness'];
/** Short and small, so that a snapshot can be read. */
const SMALL = { seconds: 12, people: 2000, collapses: true };

/** One line a point: a difference should be readable. */
const oneLine = (key: string, value: unknown): unknown =>
  Array.isArray(value) && ['data', 'pointRadius'].includes(key)
    ? key === 'data'
      ? value.map((one) => JSON.stringify(one))
      : JSON.stringify(value)
    : value;

/** The configuration as JSON: what chart.js gets, without the functions. */
const configuration = (figure: Figure): string => `${JSON.stringify(toChartJs(figure, LIGHT), oneLine, 1)}\n`;

describe('figures', () => {
  it('are all there, in reading order, each with a finding as text alternative and a table', () => {
    const all = figures();
    expect(all.map((figure) => figure.name)).toEqual(NAMES);
    for (const { alt, table, subtitle } of all) {
      expect(alt.length).toBeGreaterThan(20);
      expect(subtitle).not.toBe('');
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.header.length);
    }
  });

  for (const figure of figures(SMALL))
    it(`give chart.js the same configuration as before: ${figure.name}`, async () => {
      await expect(configuration(figure)).toMatchFileSnapshot(`../../../fixtures/charts/${figure.name}.json`);
    });

  it('cover every chart by such a snapshot', () => expect(figures(SMALL).map((figure) => figure.name)).toEqual(NAMES));

  it('start rates and amounts at zero and never have two y axes in one panel', () => {
    for (const figure of figures())
      for (const panel of figure.panels) if (panel.y.scale === 'linear') expect(panel.y.min, `${figure.name}: ${panel.title}`).toBe(0);
  });

  it('label at most five lines a panel', () => {
    for (const figure of figures())
      for (const panel of figure.panels)
        expect(panel.marks.filter((mark) => 'label' in mark && mark.label !== '').length).toBeLessThanOrEqual(5);
  });

  it('draw at most 1,000 points a line for thirty minutes and 200,000 users', () => {
    for (const figure of figures({ seconds: 1800, people: 200_000 }))
      for (const mark of figure.panels.flatMap((panel) => panel.marks))
        if ('points' in mark) expect(mark.points.length).toBeLessThanOrEqual(1000);
  });

  it('share one latency scale between the journeys, and contain the budget in it', () => {
    const latency = figures().find((figure) => figure.name === 'latency-over-time')!;
    const [first, ...others] = latency.panels.map((panel) => panel.y);
    for (const other of others) expect(other).toEqual(first);
    // The largest p95 budget of the made-up run is 1.5 s.
    expect(first!.max).toBeGreaterThanOrEqual(1500);
  });

  it('leave out what was not measured instead of drawing empty charts', () => {
    expect(figures({ empty: true }).map((figure) => figure.name)).toEqual(['generator', 'surge']);
  });

  it('hold only finite numbers, whatever the run', () => {
    for (const made of [{}, { empty: true }, { allErrors: true }, { seconds: 1, people: 40 }, { seconds: 1800, people: 200_000 }])
      for (const figure of figures(made)) {
        // JSON writes NaN and Infinity as null; a null is only right as "nothing measured" inside a point.
        expect(JSON.stringify({ ...figure, panels: figure.panels.map(({ marks: _, ...panel }) => panel) })).not.toContain('null');
        expect(JSON.stringify(figure.table)).not.toMatch(/NaN|Infinity|undefined/);
      }
  });
});
