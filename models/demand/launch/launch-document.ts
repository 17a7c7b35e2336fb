import type { ForecastDocument } from '../../results/forecast/forecast.ts';
import type { ForecastLaunch } from '../../results/forecast/forecast-launch.ts';
import { adoptionPeak } from './arrivals/bass.ts';
import { forecastLaunch } from './forecast-launch.ts';
import type { LaunchEvent } from './launch-event.ts';
import { launchWarnings } from './launch-warnings.ts';
import { shiftTime } from './zoned-time.ts';

/** Announced events as a part of a forecast. */
export interface Launches {
  readonly launches: readonly ForecastLaunch[];
  readonly warnings: readonly string[];
}

/** Forecasts of all events, with their warnings. */
export function forecastLaunches(events: readonly LaunchEvent[]): Launches {
  const launches = events.map(forecastLaunch);
  return { launches, warnings: events.flatMap((event, i) => launchWarnings(event, launches[i]!)) };
}

/**
 * A whole forecast of events that have no series: its peak is the busiest second of the event that is highest at P90, and it is as of the latest analogue.
 *
 * @param events at least one
 */
export function launchDocument(events: readonly LaunchEvent[]): ForecastDocument {
  const { launches, warnings } = forecastLaunches(events);
  const highest = launches.reduce((most, one) => (one.arrivalsPerSecond.p90 > most.arrivalsPerSecond.p90 ? one : most));
  const event = events[launches.indexOf(highest)]!;
  const before = event.type === 'deadline' ? event.window : 0;
  const at = (seconds: number): string => shiftTime(event.time, event.timeZone, seconds);
  return {
    schema: 'surgeproof/forecast',
    version: 1,
    series: launches.map(({ name }) => name).join(', '),
    unit: 'arrivals/s',
    asOf: latestOf(events),
    method: 'comparable events, pooled on the log scale',
    calendarVersion: 'none',
    points: [],
    peak: {
      window: { from: at(-before), to: at(event.window - before) },
      ...highest.arrivalsPerSecond,
      likelyAt: [{ time: at(busiestAt(event)), probability: 1 }],
    },
    events: [],
    backtest: {
      origins: 0,
      mase: null,
      smape: null,
      peakBias: null,
      coverage: { p90: null, p95: null, p99: null },
      peakCover: { p50: null, p90: null },
    },
    warnings,
    curves: highest.curves,
    launches,
  };
}

/** Day of the latest analogue: nothing later is known. */
function latestOf(events: readonly LaunchEvent[]): string {
  const days = events.flatMap(({ analogues }) => analogues.map(({ when }) => when.slice(0, 10))).sort();
  return days.at(-1)!;
}

/** Seconds from the time of an event to its busiest one. */
function busiestAt({ adoption, window, type }: LaunchEvent): number {
  if (type === 'deadline' || adoption === null) return 0;
  return Math.min(window, adoptionPeak({ market: 1, ...adoption }).time * adoption.period);
}
