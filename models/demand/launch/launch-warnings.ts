import type { ForecastLaunch } from '../../results/forecast-launch.ts';
import type { LaunchEvent } from './launch-event.ts';

/** P99 over P50 from which a planner should look for more to compare with. */
const HARDLY_BOUNDED = 100;

/** What a reader must know before using the numbers of a launch, in sentences. */
export function launchWarnings(event: LaunchEvent, { people, measure, pool, shape }: ForecastLaunch): string[] {
  const { name, closure, analogues, admissions } = event;
  const reopened = analogues.filter(({ closureDays }) => closureDays > 0).map((one) => one.name);
  const says: string[] = [];
  if (closure !== null && reopened.length > 0)
    says.push(`${reopened.join(', ')} followed a closure too: part of the held-back demand is counted twice`);
  if (measure === 'people waiting' && admissions === null)
    says.push(
      'lines grow while people are let in; without `admissions` only as many people are counted as stood in line, which is the least',
    );
  if (people.p99 > HARDLY_BOUNDED * people.p50)
    says.push(
      `P99 is ${Math.round(people.p99 / people.p50)} times P50, as ${pool.analogues === 1 ? 'one event hardly bounds' : `${pool.analogues} events hardly bound`} what may come; more events of your own narrow it most`,
    );
  if (shape === 'adoption') says.push('the curve of an adoption is of days; within a day the hours still differ');
  return says.map((sentence) => `${name}: ${sentence}.`);
}
