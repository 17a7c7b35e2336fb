import type { Figure } from '../../charts/figure.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReportInput } from '../report-input.ts';
import { announcedFigure } from './announced-figure.ts';
import { errorsFigure } from './errors-figure.ts';
import { fairnessFigure } from './fairness-figure.ts';
import { generatorFigure } from './generator-figure.ts';
import { heatFigure } from './heat-figure.ts';
import { latencyFigure } from './latency-figure.ts';
import { percentileFigure } from './percentile-figure.ts';
import { surgeFigure } from './surge-figure.ts';

/** The charts of a report in reading order; a chart that has nothing to show is left out, its section says why. */
export function figuresOf(report: ReportInput, findings: Findings): Figure[] {
  const { series } = report;
  const figures = [
    generatorFigure(report, findings.trust),
    surgeFigure(series, findings.surge),
    latencyFigure(series, findings.latency),
    heatFigure(series, findings.heat),
    percentileFigure(series, findings.percentiles),
    errorsFigure(series, findings.errors),
    announcedFigure(series, findings.announced),
    fairnessFigure(series, findings.fairness),
  ];
  return figures.filter((figure) => figure.panels.some((panel) => panel.marks.some(hasData)));
}

const hasData = (mark: Figure['panels'][number]['marks'][number]): boolean =>
  ('points' in mark && mark.label !== '' && mark.points.length > 0) || (mark.kind === 'cells' && mark.cells.length > 0);
