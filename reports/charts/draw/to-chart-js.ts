import type { ChartConfiguration, TooltipItem } from 'chart.js';
import type { Figure, Panel } from '../figure/figure.ts';
import { annotationsOf } from './annotations.ts';
import { datasetsOf } from './datasets.ts';
import { directLabels } from './labels/direct-labels.ts';
import { headlines } from './labels/headlines.ts';
import { FONT, topRoom } from './layout.ts';
import { readValue } from './read-value.ts';
import { scalesOf } from './scales.ts';
import type { Theme } from './theme.ts';

/** The chart.js configuration of a figure. The same in Node and in the browser, so that the PNG and the screen show one chart. */
export function toChartJs(figure: Figure, theme: Theme): ChartConfiguration<'line'> {
  const scattered = figure.panels.some((panel) => panel.marks.some((mark) => mark.kind === 'dots' || mark.kind === 'cells'));
  return {
    type: 'line',
    data: { datasets: datasetsOf(figure, theme) },
    options: {
      parsing: false,
      normalized: true,
      animation: false,
      maintainAspectRatio: false,
      font: FONT,
      layout: { padding: { top: topRoom(figure), left: 4, right: 24, bottom: 2 } },
      interaction: scattered ? { mode: 'nearest', intersect: true } : { mode: 'nearest', axis: 'x', intersect: false },
      scales: scalesOf(figure, theme),
      plugins: {
        legend: { display: false },
        annotation: { annotations: annotationsOf(figure, theme), clip: false },
        tooltip: tooltip(figure, theme),
      } as NonNullable<NonNullable<ChartConfiguration<'line'>['options']>['plugins']>,
    },
    plugins: [headlines(figure, theme), directLabels(figure, theme)],
  };
}

function tooltip(figure: Figure, theme: Theme): object {
  const panelOf = (item: TooltipItem<'line'>): Panel | undefined => figure.panels[Number(item.dataset.yAxisID?.slice(1))];
  const line = (item: TooltipItem<'line'>): string => {
    const raw = item.raw as { x: number; y: number; v?: number; own?: number };
    const panel = panelOf(item);
    if (!panel) return '';
    const value = readValue(panel.y.reads, raw.own ?? raw.y, figure.startedAt, figure.timeZone);
    return raw.v === undefined
      ? `${item.dataset.label || panel.title}: ${value}`
      : `${readValue('count', raw.v, 0)} requests from ${value}`;
  };
  const title = (items: TooltipItem<'line'>[]): string => {
    const raw = items[0]?.raw as { x: number } | undefined;
    return raw ? readValue(figure.x.reads, raw.x, figure.startedAt, figure.timeZone) : '';
  };
  const colours = { backgroundColor: theme.inks.ink, titleColor: theme.paper, bodyColor: theme.paper };
  return { ...colours, titleFont: FONT, bodyFont: FONT, callbacks: { title, label: line } };
}
