import { koreanCalendar } from '../../models/demand/calendar/korean-calendar.ts';
import { makeForecast } from '../../models/demand/document/forecast-document.ts';
import { forecastReport } from '../../models/demand/report/forecast-report.ts';
import type { ForecastReport } from '../../models/results/forecast/forecast-report.ts';
import { madeDemand } from '../models/demand/made-demand.ts';

interface Wanted {
  readonly days: number;
  readonly horizon: number;
  readonly origins: number;
  readonly name: string;
  readonly unit: string;
  /** Hours instead of days; `finer` keeps the horizon in days. */
  readonly hourly: 'no' | 'finer' | 'hours';
  readonly level: number;
  /** 2026-05-25 by default: the window then holds the election day of 3 June. */
  readonly end: number;
}

const END = 20598;

/** The evidence of a real forecast of made demand; the model is not faked, so that the page is tested with what it will get. */
export function madeForecast(wanted: Partial<Wanted> = {}): ForecastReport {
  const { days, horizon, origins, name, unit, hourly, level, end } = {
    ...{ days: 430, horizon: 28, origins: 2, name: 'visits', unit: 'people', hourly: 'no' as const, level: 1000, end: END },
    ...wanted,
  };
  const daily = madeDemand(end - days, days, 0.05, level);
  const hours = Float64Array.from(
    { length: 24 * days },
    (_, i) => (daily[Math.floor(i / 24)]! / 24) * (1 + 0.8 * Math.sin((Math.PI * (i % 24)) / 12)),
  );
  const calendar = koreanCalendar();
  const made = makeForecast(
    hourly === 'no' ? { step: 'day', first: end - days, values: daily } : { step: 'hour', first: 24 * (end - days), values: hours },
    {
      calendar,
      seed: 1,
      futures: 300,
      breaks: [],
      decompose: null,
      name,
      unit,
      horizon: { count: horizon, step: hourly === 'hours' ? 'hour' : 'day' },
      daily: 'sum',
      burst: { varianceToMean: 1.5, kind: 'assumed' },
      backtestOrigins: origins,
    },
  )!;
  return forecastReport(made, calendar, 1);
}
