import type { ForecastLaunch } from '../../results/forecast/forecast-launch.ts';
import type { LaunchEvent } from './launch-event.ts';

/** Ratio of P99 to P50 from which more analogues are recommended. */
const HARDLY_BOUNDED = 100;

/** Sentences with the limits of the numbers of a launch. */
export function launchWarnings(event: LaunchEvent, { arrivals, measure, pool, shape }: ForecastLaunch): string[] {
  const { name, closure, analogues, admissions } = event;
  const reopened = analogues.filter(({ closureDays }) => closureDays > 0).map((one) => one.name);
  const found: string[] = [];
  if (closure !== null && reopened.length > 0)
    found.push(`${reopened.join(', ')} followed a closure too: part of the held-back demand is counted twice`);
  if (measure === 'people waiting' && admissions === null)
    found.push(
      'only the people waiting are counted, which is a lower bound: others are admitted while the queue grows; state `admissions`',
    );
  if (arrivals.p99 > HARDLY_BOUNDED * arrivals.p50)
    found.push(
      `P99 is ${Math.round(arrivals.p99 / arrivals.p50)} times P50, because ${pool.analogues === 1 ? 'one event bounds it' : `${pool.analogues} events bound it`} only weakly; more events of your own narrow it most`,
    );
  if (shape === 'adoption') found.push('an adoption curve describes days; the hours within a day differ');
  return found.map((sentence) => `${name}: ${sentence}.`);
}
