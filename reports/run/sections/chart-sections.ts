import type { DrawnFigure } from '../../charts/png/draw-figures.ts';
import { type Html, html } from '../../format/html.ts';
import { figureHtml } from '../../html/figure-html.ts';
import type { Section } from '../../html/page-section.ts';
import { factsHtml } from '../../html/table.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';
import { endFacts } from '../words/people-facts.ts';

const nothing = html`<p>Nothing was measured for this chart.</p>`;

/** A section that is one chart and its finding. */
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

/** Arrivals, the queue and active people, and where everybody ended. */
export function peopleSection(report: ReportInput, findings: Findings, drawn: readonly DrawnFigure[]): Section {
  return chartSection('people', 'People', findings.people, 'people', drawn, factsHtml(endFacts(report)));
}

/** Latency over time (pages after the first fold away), requests per second, heat map and percentile plot. */
export function latencySections(findings: Findings, drawn: readonly DrawnFigure[], simulated: boolean): Section[] {
  const mark = simulated ? html`<p class="simulated">Simulated service times.</p>` : null;
  const further = drawn.filter(({ figure }) => figure.name.startsWith('latency-over-time-'));
  const pages = further.map(
    ({ figure }) =>
      html`<details class="page-of-charts"><summary>${figure.subtitle.split(':')[0]}</summary>${figureHtml(drawn, figure.name)}</details>`,
  );
  const has = (name: string): boolean => drawn.some(({ figure }) => figure.name === name);
  return [
    chartSection('latency', 'Latency over time', findings.latency, 'latency-over-time', drawn, html`${mark}${pages}`),
    chartSection('requests', 'Requests per second', findings.requests, 'requests', drawn),
    ...(has('heat-map') ? [chartSection('heat', 'Heat map', findings.heat, 'heat-map', drawn)] : []),
    ...(has('percentiles') ? [chartSection('percentiles', 'Percentiles', findings.percentiles, 'percentiles', drawn, mark)] : []),
  ];
}
