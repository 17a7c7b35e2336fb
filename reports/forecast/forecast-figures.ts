import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayShare } from '../../models/words/share.ts';
import type { Figure } from '../charts/figure/figure.ts';
import { calibrationFigure } from '../check/calibration-figure.ts';
import { backtestFigure } from './figures/backtest-figure.ts';
import { calendarFigure } from './figures/calendar-figure.ts';
import { componentsFigure } from './figures/components-figure.ts';
import { fanFigure } from './figures/fan-figure.ts';
import { holidaysFigure } from './figures/holidays-figure.ts';
import { hourFigure } from './figures/hour-figure.ts';
import { peakFigure } from './figures/peak-figure.ts';
import { weekFigure } from './figures/week-figure.ts';
import type { ForecastFindings } from './forecast-findings.ts';

/** The charts of a forecast in reading order; those without data are left out. */
export function forecastFigures(report: ForecastReport, findings: ForecastFindings): Figure[] {
  const figures = [
    fanFigure(report, findings.fan),
    peakFigure(report, findings.peak),
    calendarFigure(report, findings.calendar),
    hourFigure(report, findings.hour),
    componentsFigure(report, findings.components),
    weekFigure(report, findings.week),
    holidaysFigure(report, findings.holidays),
    backtestFigure(report, findings.backtest),
    calibrationFigure(report.calibration, {
      name: 'calibration',
      subtitle: 'Share of the periods of the past at or below each quantile; bars from the window with the fewest to the one with the most',
      finding: findings.calibration,
      table: {
        caption: 'How often the quantiles were right, by period',
        header: ['quantile', 'at or below', 'fewest in a window', 'most in a window', 'periods'],
        rows: report.calibration.map((one) => [
          `P${sayCount(100 * one.level)}`,
          sayShare(one.share),
          sayShare(one.low),
          sayShare(one.high),
          sayCount(one.periods),
        ]),
      },
    }),
  ];
  return figures.filter((figure) => figure !== null);
}
