import type { Axis, Figure, Mark } from '../figure/figure.ts';
import { FONT, LIMIT_DASH } from './layout.ts';
import type { Theme } from './theme.ts';

type Annotation = Record<string, unknown>;

/** Budget lines, breach and phase spans and notes, as options of chartjs-plugin-annotation. */
export function annotationsOf(figure: Figure, theme: Theme): Annotation[] {
  const onAllPanels = (parts: readonly { readonly from: number; readonly to: number }[], colour: string): Annotation[] =>
    figure.panels.flatMap((_, index) => parts.map(({ from, to }) => span(from, to, colour, `y${index}`)));
  return [
    ...onAllPanels(
      figure.phases.filter(({ shaded }) => shaded),
      theme.inks.phase,
    ),
    ...onAllPanels(figure.faults ?? [], theme.inks.fault),
    ...figure.panels.flatMap((panel, index) => panel.marks.flatMap((mark) => annotation(mark, figure, `y${index}`, theme))),
  ];
}

function span(from: number, to: number, colour: string, yScaleID: string, low?: number, high?: number): Annotation {
  return {
    ...(low === undefined ? {} : { yMin: low }),
    ...(high === undefined ? {} : { yMax: high }),
    type: 'box',
    xScaleID: 'x',
    yScaleID,
    xMin: from,
    xMax: to,
    backgroundColor: colour,
    borderWidth: 0,
    drawTime: 'beforeDatasetsDraw',
  };
}

function annotation(mark: Mark, figure: Figure, yScaleID: string, theme: Theme): Annotation[] {
  if (mark.kind === 'span') return [span(mark.from, mark.to, theme.inks[mark.ink], yScaleID, mark.low, mark.high)];
  if (mark.kind === 'limit') return [limit(mark, yScaleID, theme)];
  if (mark.kind === 'note') return [note(mark, across(mark.x, figure.x), yScaleID, theme)];
  return [];
}

/** Place along an axis, 0 to 1. */
function across(value: number, { scale, min, max }: Axis): number {
  const at = scale === 'log' ? Math.log : (one: number): number => one;
  return (at(value) - at(min)) / (at(max) - at(min));
}

const text = (theme: Theme): Annotation => ({
  font: { ...FONT, size: 12, weight: 'bold' },
  backgroundColor: `${theme.paper}D9`,
  padding: { x: 4, y: 2 },
});

/** The name of the line stands in the margin with the others, so that it never covers the moment of a breach. */
function limit(mark: Extract<Mark, { kind: 'limit' }>, yScaleID: string, theme: Theme): Annotation {
  const line = { borderColor: theme.inks.limit, borderWidth: 1.5, borderDash: LIMIT_DASH };
  return { type: 'line', xScaleID: 'x', yScaleID, yMin: mark.y, yMax: mark.y, drawTime: 'afterDatasetsDraw', ...line };
}

/** `along` is the place along the x axis, 0 to 1: near an edge the text grows inwards. */
function note(mark: Extract<Mark, { kind: 'note' }>, along: number, yScaleID: string, theme: Theme): Annotation {
  const inwards = along < 0.15 ? 'start' : along > 0.85 ? 'end' : mark.anchor === 'above right' ? 'start' : 'center';
  const position = mark.anchor === 'left' ? { x: 'end', y: 'center' } : { x: inwards, y: 'end' };
  const place = { xScaleID: 'x', yScaleID, xValue: mark.x, yValue: mark.y };
  return {
    type: 'label',
    ...place,
    content: mark.text,
    color: theme.inks.ink,
    ...text(theme),
    position,
    ...(mark.anchor === 'left' ? { xAdjust: -6 } : { yAdjust: -4 }),
    drawTime: 'afterDatasetsDraw',
  };
}
