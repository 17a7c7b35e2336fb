import type { ForecastLaunch } from '../../results/forecast/forecast-launch.ts';
import type { LaunchLine, LaunchPicture, PooledLevel } from '../../results/forecast/launch-picture.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import { predicted } from './analogues/pool-analogues.ts';
import { lineOf } from './arrivals/crowd.ts';
import { ASSUMED } from './assumed.ts';
import type { LaunchEvent } from './launch-event.ts';
import { numbersOf } from './numbers-of.ts';
import { instantOf } from './zoned-time.ts';

const MOMENTS = 500;
const QUANTILES = ['p50', 'p90', 'p99'] as const;
const LOWEST_PERCENT = 10;

/** Announced events as a report draws them. */
export const launchPictures = (events: readonly LaunchEvent[], launches: readonly ForecastLaunch[]): LaunchPicture[] =>
  events.map((event, i) => launchPicture(event, launches[i]!));

/**
 * An announced event as a report draws it: arrivals and the line at its quantiles over the window, and the pool as quantiles.
 *
 * @param launch the answer about this event
 */
function launchPicture(event: LaunchEvent, launch: ForecastLaunch): LaunchPicture {
  const { window, type, time, timeZone, admissions } = event;
  const moments = Array.from({ length: MOMENTS + 1 }, (_, i) => (i * window) / MOMENTS);
  const everybody = event.population?.value ?? Number.POSITIVE_INFINITY;
  const lines = QUANTILES.map((quantile): LaunchLine => {
    const curve = arrivalCurve(launch.curves[quantile]!);
    const line = admissions === null ? null : lineOf(curve, window, admissions.value);
    const each = line === null ? 0 : (line.length - 1) / MOMENTS;
    return {
      quantile,
      rates: moments.map((moment) => curve.rateAt(moment)),
      waiting: line === null ? null : moments.map((_, i) => Math.min(line[i * each]!, everybody)),
    };
  });
  const largest = ASSUMED.largestMiss.value * Math.max(...launch.analogues.map(({ scaled }) => scaled));
  const bound = launch.measure === 'arrivals/s' ? largest : Math.min(largest, everybody);
  const before = type === 'deadline' ? window : 0;
  return {
    launch,
    startedAt: instantOf(time, timeZone) - before * 1_000,
    moments,
    lines,
    pooled: pooledLevels(launch, bound),
    bound,
    numbers: numbersOf(event, launch),
  };
}

/** The pool by percent. Its distribution is even on the log scale: P10 is as far below the middle as P90 is above. */
function pooledLevels({ pool, analogues }: ForecastLaunch, bound: number): PooledLevel[] {
  const middle = analogues.reduce((sum, { scaled, weight }) => sum + weight * Math.log(scaled), 0);
  const above = (level: number): number => predicted({ ...pool, middle, weights: [] }, level);
  return Array.from({ length: 100 - LOWEST_PERCENT }, (_, i) => {
    const percent = LOWEST_PERCENT + i;
    const value = percent >= 50 ? above(percent / 100) : Math.exp(2 * middle) / above((100 - percent) / 100);
    return { level: percent / 100, value: Math.min(value, bound) };
  });
}
