import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../models/words/amount.ts';
import { sayShare } from '../../models/words/share.ts';
import type { DrawnFigure } from '../charts/png/draw-figures.ts';
import { demandText } from '../format/amounts.ts';
import { type Html, html } from '../format/html.ts';
import { estimate } from '../format/number.ts';
import { dayOfTime, dayText } from '../format/time/calendar-day.ts';
import { figureHtml } from '../html/figure-html.ts';
import type { Section } from '../html/page-section.ts';
import { factsHtml, tableHtml } from '../html/table.ts';
import { launchSections } from '../launch/launch-sections.ts';
import type { ForecastFindings } from './forecast-findings.ts';
import { monthTable } from './month-table.ts';

/** The parts of the page in the order in which a planner asks. */
export function forecastSections(report: ForecastReport, findings: ForecastFindings, drawn: readonly DrawnFigure[]): Section[] {
  const chart = (name: string): Html => figureHtml(drawn, name) ?? html``;
  const hours =
    report.document.curves === undefined ? [] : [{ id: 'hour', name: 'Hour and second', finding: findings.hour, body: chart('peak-day') }];
  return [
    { id: 'fan', name: 'History and forecast', finding: findings.fan, body: html`${chart('fan')}${loads(report)}` },
    { id: 'peak', name: 'How high', finding: findings.peak, body: html`${chart('peak')}${peakTable(report)}` },
    { id: 'calendar', name: 'When', finding: findings.calendar, body: html`${chart('calendar')}${monthTable(report)}` },
    ...hours,
    ...launchSections(report.launches, drawn),
    { id: 'components', name: 'What drives it', finding: findings.components, body: chart('components') },
    { id: 'week', name: 'The week', finding: findings.week, body: chart('week') },
    { id: 'holidays', name: 'Holidays', finding: findings.holidays, body: html`${chart('holidays')}${few(report)}` },
    { id: 'backtest', name: 'Forecasts of the past', finding: findings.backtest, body: chart('backtest') },
    { id: 'calibration', name: 'Were the quantiles right?', finding: findings.calibration, body: chart('calibration') },
    methodSection(report),
  ];
}

function loads({ lastYear, document: { unit } }: ForecastReport): Html {
  const { highest, top5, top30, p95, mean } = lastYear;
  return factsHtml([
    ['Last year, highest day', demandText(highest, unit)],
    ['Mean of its 5 highest', demandText(top5, unit)],
    ['Mean of its 30 highest (ITU-T E.500)', demandText(top30, unit)],
    ['Its 95th percentile', demandText(p95, unit)],
    ['Its mean', demandText(mean, unit)],
  ]);
}

function peakTable({ document: { peak, peakHour, peakSecond, unit } }: ForecastReport): Html {
  const row = (name: string, { p50, p80, p90, p95, p99 }: typeof peak | NonNullable<typeof peakHour>): string[] => [
    name,
    ...[p50, p80, p90, p95, p99].map(sayAmount),
  ];
  const rows = [row('the highest period', peak), ...(peakHour ? [row('its busiest hour', peakHour)] : [])];
  if (peakSecond)
    rows.push([
      `its busiest second (variance over mean ${estimate(peakSecond.varianceToMean)}, ${peakSecond.kind})`,
      ...row('', { ...peak, ...peakSecond }).slice(1),
    ]);
  return tableHtml({
    caption: `Quantiles of the peak${unit === '' ? '' : `, ${unit}`}`,
    header: ['what', 'P50', 'P80', 'P90', 'P95', 'P99'],
    rows,
  });
}

/** Two points are not an effect. */
function few({ holidays }: ForecastReport): Html | null {
  const least = Math.min(...holidays.map(({ offsets }) => Math.max(0, ...offsets.map(({ seen }) => seen?.occurrences ?? 0))));
  return least < 4
    ? html`<p class="note">Few past occurrences: their range is shown, and what is expected is drawn towards those of other holidays.</p>`
    : null;
}

function methodSection({ document, members, seed }: ForecastReport): Section {
  const rows = members.map(({ name, weight, error }) => [name, sayShare(weight), sayShare(error)]);
  const facts = factsHtml([
    ['Data to', dayText(dayOfTime(document.asOf))],
    ['Seed', String(seed)],
    ['Calendar', document.calendarVersion],
    ['Method', document.method],
  ]);
  const caption = 'Members of the forecast: their weight, and their mean error on days they had not seen, as a share of demand';
  return {
    id: 'method',
    name: 'How it was made',
    finding: 'The same file, options and seed give the same numbers',
    body: html`${facts}${tableHtml({ caption, header: ['member', 'weight', 'error'], rows })}`,
  };
}
