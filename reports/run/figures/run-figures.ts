import type { Figure } from '../../charts/figure/figure.ts';
import { type Findings, failedSteps } from '../findings/findings.ts';
import type { ReportInput } from '../input/report-input.ts';
import { announcedFigure } from './announced-figure.ts';
import { fairnessFigure } from './fairness-figure.ts';
import { errorsFigure } from './over-time/errors-figure.ts';
import { generatorFigure } from './over-time/generator-figure.ts';
import { heatFigure } from './over-time/heat-figure.ts';
import { latencyFigures } from './over-time/latency-figures.ts';
import { peopleFigure } from './over-time/people-figure.ts';
import { requestsFigure } from './over-time/requests-figure.ts';
import { trafficFigure } from './over-time/traffic-figure.ts';
import { percentileFigure } from './percentile-figure.ts';

/** The charts of a report in reading order; a chart that has nothing to show is left out, its section says why. */
export function figuresOf(report: ReportInput, findings: Findings): Figure[] {
  const { announced } = report.series;
  const figures = [
    generatorFigure(report, findings.trust),
    peopleFigure(report, findings.people),
    ...latencyFigures(report, findings.latency, failedSteps(report)),
    requestsFigure(report, findings.requests),
    heatFigure(report, findings.heat),
    percentileFigure(report, findings.percentiles),
    trafficFigure(report, findings.traffic),
    errorsFigure(report, findings.errors),
    ...(announced === null ? [] : [announcedFigure(report, announced, findings.announced ?? '')]),
    fairnessFigure(report, findings.fairness ?? ''),
  ];
  return figures.filter((figure) => figure.panels.some((panel) => panel.marks.some(hasData)));
}

const hasData = (mark: Figure['panels'][number]['marks'][number]): boolean =>
  ('points' in mark && mark.points.length > 0) || (mark.kind === 'cells' && mark.cells.length > 0);
