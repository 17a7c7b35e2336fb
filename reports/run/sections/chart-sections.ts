import { type Html, html } from '../../format/html.ts';
import { figureHtml } from '../../html/figure.ts';
import type { Section } from '../../html/section.ts';
import type { DrawnFigure } from '../figures/draw-run-figures.ts';
import type { Findings } from '../findings/findings.ts';

const nothing = html`<p>Nothing was measured for this chart.</p>`;

/** Sections that are one chart and its finding. */
export function chartSection(
  id: string,
  name: string,
  finding: string,
  figure: string,
  drawn: readonly DrawnFigure[],
  note: Html | null = null,
): Section {
  return { id, name, finding, body: html`${figureHtml(drawn, figure) ?? nothing}${note}` };
}

/** Latency over time, heat map and percentile plot. */
export function latencySections(findings: Findings, drawn: readonly DrawnFigure[], simulated: boolean): Section[] {
  const mark = simulated ? html`<p class="simulated">Simulated service times.</p>` : null;
  return [
    chartSection('latency', 'Latency over time', findings.latency, 'latency-over-time', drawn, mark),
    chartSection('heat', 'Heat map', findings.heat, 'heat-map', drawn),
    chartSection('percentiles', 'Percentiles', findings.percentiles, 'percentiles', drawn, mark),
  ];
}
