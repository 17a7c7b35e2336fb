import type { ForecastReport, WindowDay } from '../../models/results/forecast/forecast-report.ts';
import { sayAmount } from '../../models/words/amount.ts';
import { type Html, html } from '../format/html.ts';
import { shortDay, weekdayName } from '../format/time/calendar-day.ts';
import { calendarName } from './figures/calendar-name.ts';

const WEEK = 7;
/** 1970-01-05 was a Monday. */
const MONDAY = 4;
/** Shades of a cell, from the lowest P90 of the window to the highest; in style.css. */
const SHADES = 5;
/** A longer window is no sheet to hang on the wall; the table of the chart has all of its days. */
const MOST_WEEKS = 10;

/** The window as a calendar sheet, Monday first: names of days off, P90, shaded by height. */
export function monthTable({ days, document: { unit } }: ForecastReport): Html | null {
  const first = days[0]?.day ?? 0;
  const start = first - ((((first - MONDAY) % WEEK) + WEEK) % WEEK);
  const weeks = Math.ceil(((days.at(-1)?.day ?? first) - start + 1) / WEEK);
  if (weeks > MOST_WEEKS) return null;
  const highest = days.map(({ p90 }) => p90);
  const [low, high] = [Math.min(...highest), Math.max(...highest)];
  const byDay = new Map(days.map((one) => [one.day, one]));
  const shade = ({ p90 }: WindowDay): number => (high > low ? Math.min(SHADES - 1, Math.floor((SHADES * (p90 - low)) / (high - low))) : 0);
  const cell = (day: number): Html => {
    const one = byDay.get(day);
    if (one === undefined) return html`<td></td>`;
    const names = one.names.map(calendarName).join(', ');
    return html`<td class="shade-${shade(one)}"><span class="date${one.off ? ' off' : ''}">${shortDay(day)}</span> ${sayAmount(one.p90)}${names === '' ? null : html` <span class="occasion">${names}</span>`}</td>`;
  };
  const row = (week: number): Html => html`<tr>${Array.from({ length: WEEK }, (_, d) => cell(start + week * WEEK + d))}</tr>
`;
  const caption = `P90 of each day${unit === '' ? '' : `, ${unit}`}; darker is higher; days off underlined`;
  const head = Array.from({ length: WEEK }, (_, d) => html`<th scope="col">${weekdayName(MONDAY + d)}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="month"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${Array.from({ length: weeks }, (_, week) => row(week))}</tbody></table></div>`;
}
