import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../../../reports/charts/draw/theme.ts';
import { toChartJs } from '../../../../reports/charts/draw/to-chart-js.ts';
import type { Figure } from '../../../../reports/charts/figure/figure.ts';
import { figuresOf } from '../../../../reports/run/figures/run-figures.ts';
import { stepInks } from '../../../../reports/run/figures/step-inks.ts';
import { findingsOf } from '../../../../reports/run/findings/findings.ts';
import { type Made, madeReport } from '../../made/run.ts';

const figures = (made: Partial<Made> = {}): Figure[] => {
  const report = madeReport(made);
  return figuresOf(report, findingsOf(report));
};

const NAMES = [
  'generator',
  'people',
  'latency-over-time',
  'requests',
  'heat-map',
  'percentiles',
  'traffic',
  'errors',
  'announced-wait',
  'fairness',
];
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

  it('label at most six lines a panel', () => {
    for (const figure of figures())
      for (const panel of figure.panels)
        expect(panel.marks.filter((mark) => 'label' in mark && mark.label !== '').length).toBeLessThanOrEqual(6);
  });

  it('draw at most 1,000 points a line for thirty minutes and 200,000 users', () => {
    for (const figure of figures({ seconds: 1800, people: 200_000 }))
      for (const mark of figure.panels.flatMap((panel) => panel.marks))
        if ('points' in mark) expect(mark.points.length).toBeLessThanOrEqual(1000);
  });

  it('share one latency scale between the steps, and contain the limits in it', () => {
    const latency = figures().find((figure) => figure.name === 'latency-over-time')!;
    const [first, ...others] = latency.panels.map((panel) => panel.y);
    for (const other of others) expect(other).toEqual(first);
    // The largest p95 limit of the made-up run is 1.5 s.
    expect(first!.max).toBeGreaterThanOrEqual(1500);
  });

  it('give every step a curve, twelve a page', () => {
    const pages = figures({ steps: 40, room: false }).filter((figure) => figure.name.startsWith('latency-over-time'));
    expect(pages.map((page) => page.panels.length)).toEqual([12, 12, 12, 4]);
  });

  it('name the same lines in the same order in every panel of a page', () => {
    const latency = figures().find((figure) => figure.name === 'latency-over-time')!;
    for (const { marks } of latency.panels)
      expect(marks.flatMap((mark) => (mark.kind === 'line' ? [mark.label] : []))).toEqual(['p99', 'p95', 'p50']);
  });

  it('shade only the step that broke its limit, and say in words how long it was over', () => {
    const latency = figures({ collapses: true }).find((figure) => figure.name === 'latency-over-time')!;
    const shaded = latency.panels.filter(({ marks }) => marks.some((mark) => mark.kind === 'span'));
    expect(shaded.map(({ title }) => title)).toEqual([expect.stringMatching(/^Register a card – p95 over the limit in 3 min/)]);
  });

  it('never give a step the colour of a limit or a breach, nor two steps the same', () => {
    const inks = [...stepInks(madeReport().series.steps).values()];
    const used = inks.map((ink) => LIGHT.inks[ink]);
    expect(new Set(used).size).toBe(used.length);
    for (const other of ['limit', 'limit-text', 'breach', 'system', '5xx'] as const) expect(used).not.toContain(LIGHT.inks[other]);
  });

  it('draw at most six layers of requests: the most frequent steps and all others together', () => {
    const requests = figures({ steps: 40, room: false }).find((figure) => figure.name === 'requests')!;
    expect(requests.panels[0]!.marks.map((mark) => 'label' in mark && mark.label)).toHaveLength(6);
    expect(requests.panels[0]!.marks[0]).toMatchObject({ label: '35 other steps', ink: 'other' });
  });

  it('have no panel of a queue without a waiting room', () => {
    const people = figures({ room: false }).find((figure) => figure.name === 'people')!;
    expect(people.panels.map(({ title }) => title)).toEqual(['Arrivals', 'Active people']);
  });

  it('leave out what was not measured instead of drawing empty charts', () => {
    expect(figures({ empty: true }).map((figure) => figure.name)).toEqual(['generator', 'people', 'traffic']);
  });

  it('hold only finite numbers, whatever the run', () => {
    for (const made of [
      {},
      { empty: true },
      { allErrors: true },
      { refused: true, room: false },
      { steps: 40 },
      { seconds: 1, people: 40 },
      { seconds: 1800, people: 200_000 },
    ])
      for (const figure of figures(made)) {
        // JSON writes NaN and Infinity as null; a null is only right as "nothing measured" inside a point.
        expect(JSON.stringify({ ...figure, panels: figure.panels.map(({ marks: _, ...panel }) => panel) })).not.toContain('null');
        expect(JSON.stringify(figure.table)).not.toMatch(/NaN|Infinity|undefined/);
      }
  });
});
