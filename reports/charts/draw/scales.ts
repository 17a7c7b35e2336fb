import type { Chart, ScaleOptions } from 'chart.js';
import type { Axis, Figure } from '../figure/figure.ts';
import { fittingTicks } from './fitting-ticks.ts';
import { FONT, TITLE_ROW } from './layout.ts';
import type { Theme } from './theme.ts';

type Scales = Record<string, ScaleOptions<'linear'>>;
type Drawn = Chart['scales'][string];

/** Labels of one figure's scales: a shared x below, and above each other a title row and a y scale for each panel. */
export function scalesOf(figure: Figure, theme: Theme): Scales {
  const scales: Scales = { x: xScale(figure.x, theme) };
  figure.panels.forEach((panel, index) => {
    // A larger weight lies higher; chart.js stacks left scales from the outside in.
    const weight = 2 * (figure.panels.length - index);
    scales[`gap${index}`] = gap(weight + 1);
    const afterFit = (scale: Drawn): void => {
      scale.width = labelWidth(scale, figure);
    };
    const stacked = { position: 'left', stack: 'panels', stackWeight: panel.height, weight, afterFit };
    scales[`y${index}`] = { ...base(panel.y, theme), ...stacked } as unknown as ScaleOptions<'linear'>;
  });
  return scales;
}

function base(axis: Axis, theme: Theme): Record<string, unknown> {
  const byValue = new Map(axis.ticks.map((tick) => [tick.value, tick.label]));
  return {
    type: axis.scale === 'log' ? 'logarithmic' : 'linear',
    min: axis.min,
    max: axis.max,
    // The matrix controller would turn y upside down.
    reverse: false,
    grid: { color: theme.grid, drawTicks: false },
    border: { display: false },
    ticks: {
      color: theme.inks.muted,
      font: FONT,
      padding: 6,
      autoSkip: false,
      callback: (value: number) => byValue.get(value) ?? '',
    },
    afterBuildTicks: (scale: Drawn) => {
      scale.ticks = axis.ticks.map(({ value }) => ({ value }));
    },
  };
}

function xScale(axis: Axis, theme: Theme): ScaleOptions<'linear'> {
  const scale = base(axis, theme);
  const ranked = axis.ticks.some((tick) => tick.rank !== undefined);
  return {
    ...scale,
    position: 'bottom',
    offset: false,
    grid: { display: false },
    border: { display: true, color: theme.inks.muted },
    title: { display: true, text: axis.title, color: theme.inks.muted, font: { ...FONT, size: 12 }, padding: { top: 4 } },
    ...(ranked ? { afterBuildTicks: (drawn: Drawn) => rankTicks(drawn, axis) } : {}),
    ticks: { ...(scale.ticks as object), maxRotation: 0, autoSkip: !ranked, autoSkipPadding: 14 },
  } as unknown as ScaleOptions<'linear'>;
}

/** Before the layout the width of the plot is not known yet: the margins beside it are, near enough. */
function rankTicks(scale: Drawn, axis: Axis): void {
  const padding = scale.chart.options.layout?.padding as { left?: number; right?: number } | undefined;
  const plot = scale.chart.width - (padding?.right ?? 0) - 60;
  const span = Math.log(axis.max / axis.min);
  const at = (value: number): number => (plot * Math.log(value / axis.min)) / span;
  scale.ctx.font = `${FONT.size}px ${FONT.family}`;
  const widthOf = ({ label }: Axis['ticks'][number]): number => Math.max(...[label].flat().map((row) => scale.ctx.measureText(row).width));
  scale.ticks = fittingTicks(axis.ticks, at, widthOf).map(({ value }) => ({ value }));
}

function gap(weight: number): ScaleOptions<'linear'> {
  const hidden = { display: false };
  return {
    type: 'linear',
    position: 'left',
    stack: 'panels',
    stackWeight: TITLE_ROW,
    weight,
    min: 0,
    max: 1,
    grid: hidden,
    border: hidden,
    ticks: hidden,
  } as unknown as ScaleOptions<'linear'>;
}

/** Room for the widest label of all panels: chart.js divides the width by the number of scales, although stacked ones share it. */
function labelWidth(scale: Drawn, figure: Figure): number {
  scale.ctx.font = `${FONT.size}px ${FONT.family}`;
  const widths = figure.panels.flatMap((panel) => panel.y.ticks.map((tick) => scale.ctx.measureText(String(tick.label)).width));
  return Math.max(0, ...widths) + 10;
}
