import type { ForecastEvent } from '../../results/forecast/forecast.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dateOf } from '../calendar/day-number.ts';
import { nameOf, namesakes } from '../calendar/event-calendar.ts';
import { pastEffect } from '../calendar/holiday-effects.ts';
import type { SeriesForecast } from '../forecast/forecast-series.ts';
import type { DemandSeries } from '../series/demand-series.ts';

/** Holidays and events in the window, with what is expected of them and what they did before. */
export function eventsOf(series: DemandSeries, { daily }: SeriesForecast, calendar: Calendar): ForecastEvent[] {
  if (daily === null) return [];
  const { history, forecast } = daily;
  const first = series.first + series.values.length;
  const last = first + forecast.path.length - 1;
  return calendar.events
    .flatMap((event) => event.days.filter((day) => day >= first && day <= last).map((day) => ({ event, day })))
    .sort((a, b) => a.day - b.day)
    .map(({ event, day }) => {
      const effect = pastEffect(calendar, namesakes(calendar, event, day), 0, history.first, history.known);
      return {
        name: nameOf(calendar, event.name, day),
        time: dateOf(day),
        factor: Math.exp(forecast.ridge.holiday[day - history.first]!),
        seen: effect === null ? null : { occurrences: effect.occurrences, low: effect.low, high: effect.high },
      };
    });
}
