import type { Chart, Plugin } from 'chart.js';
import type { Figure, Mark } from '../../figure/figure.ts';
import { FONT, LIMIT_DASH } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { cutToFit } from './cut-to-fit.ts';
import { spread } from './spread.ts';

type Labelled = Extract<Mark, { kind: 'line' | 'area' | 'dots' | 'limit' }>;

const LINE_HEIGHT = 16;
/** Length of the sample of the stroke before a name. */
const SAMPLE = 16;
const font = `${FONT.size}px ${FONT.family}`;

const isLabelled = (mark: Mark): mark is Labelled =>
  ['line', 'area', 'dots', 'limit'].includes(mark.kind) && 'label' in mark && mark.label !== '';

const labelledMarks = (figure: Figure, panel: number): Labelled[] => {
  const found = figure.panels[panel];
  return found?.labelled ? found.marks.filter(isLabelled) : [];
};

/** Names each line at its right end, with a sample of its stroke: no legend to look up, and readable in grey. */
export function directLabels(figure: Figure, theme: Theme): Plugin<'line'> {
  return {
    id: 'directLabels',
    beforeLayout: (chart) => {
      chart.ctx.font = font;
      const widths = figure.panels.flatMap((_, panel) =>
        labelledMarks(figure, panel).map((mark) => chart.ctx.measureText(labelOf(chart, mark)).width),
      );
      const padding = chart.options.layout?.padding;
      if (padding && typeof padding === 'object')
        Object.assign(padding, { right: widths.length > 0 ? Math.max(...widths) + SAMPLE + 14 : 24 });
    },
    afterDatasetsDraw: (chart) => {
      for (const panel of figure.panels.keys()) drawPanel(chart, figure, panel, theme);
    },
  };
}

/** Names may be long; the plot keeps at least three quarters of a narrow chart. */
function labelOf({ ctx, width }: Chart, { label }: Labelled): string {
  return cutToFit(label, (text) => ctx.measureText(text).width <= Math.max(90, 0.2 * width));
}

function drawPanel(chart: Chart, figure: Figure, panel: number, theme: Theme): void {
  const scale = chart.scales[`y${panel}`];
  if (!scale) return;
  const marks = labelledMarks(figure, panel);
  // Dots stand beside the line of their colour, or at the top where there is none.
  const listed = figure.panels[panel]?.inOrder === true;
  const wanted = marks.map((mark, index) =>
    listed ? scale.top + index : scale.getPixelForValue(heightOf(mark, marks) ?? (mark.kind === 'dots' ? scale.max : scale.min)),
  );
  const places = spread(wanted, LINE_HEIGHT, scale.top + 6, scale.bottom - 4);
  for (const [index, mark] of marks.entries()) drawLabel(chart, mark, places[index] ?? scale.bottom, theme);
}

function heightOf(mark: Labelled, marks: readonly Labelled[]): number | null | undefined {
  if (mark.kind !== 'dots') return lastValue(mark);
  const line = marks.find((one): one is Exclude<Labelled, { kind: 'dots' | 'limit' }> => one.kind === 'line' && one.ink === mark.ink);
  return line && lastValue(line);
}

function lastValue(mark: Exclude<Labelled, { kind: 'dots' }>): number | null | undefined {
  return mark.kind === 'limit' ? mark.y : mark.points.filter(([, y]) => y !== null).at(-1)?.[1];
}

function drawLabel(chart: Chart, mark: Labelled, y: number, theme: Theme): void {
  const { ctx, chartArea } = chart;
  const x = chartArea.right + 6;
  ctx.save();
  ctx.font = font;
  ctx.textBaseline = 'middle';
  drawSample(ctx, mark, x, y, theme);
  ctx.fillStyle = theme.inks[mark.kind === 'limit' ? 'limit-text' : 'ink'];
  ctx.fillText(labelOf(chart, mark), x + SAMPLE + 5, y + 1);
  ctx.restore();
}

function drawSample(ctx: Chart['ctx'], mark: Labelled, x: number, y: number, theme: Theme): void {
  ctx.strokeStyle = theme.inks[mark.kind === 'limit' ? 'limit' : mark.ink];
  ctx.fillStyle = theme.inks[mark.kind === 'area' ? mark.fill : mark.kind === 'dots' ? mark.ink : 'ink'];
  ctx.beginPath();
  if (mark.kind === 'area') {
    ctx.rect(x, y - 6, SAMPLE, 12);
    ctx.fill();
  } else if (mark.kind === 'dots') {
    ctx.arc(x + SAMPLE / 2, y, 3, 0, 2 * Math.PI);
    ctx.fill();
    return;
  } else {
    ctx.lineWidth = mark.kind === 'line' ? mark.width : 1.5;
    ctx.setLineDash([...(mark.kind === 'line' ? (mark.dash ?? []) : LIMIT_DASH)]);
    ctx.moveTo(x, y);
    ctx.lineTo(x + SAMPLE, y);
  }
  ctx.stroke();
}
