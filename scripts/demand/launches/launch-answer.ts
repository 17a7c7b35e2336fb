import type { ForecastLaunch, LaunchAnalogue } from '../../../models/results/forecast/forecast-launch.ts';
import { widthSentence } from '../../../reports/launch/launch-sentences.ts';
import { lengthInWords } from '../../terminal/length-in-words.ts';
import { readable, readableQuantiles, readableShare } from '../../terminal/readable.ts';

const WHEN = { 'doors-open': 'at the opening', deadline: 'at the deadline', adoption: 'at the peak of adoption' } as const;

/** Terminal lines of an announced event: its peak, the people waiting, its analogues, its spread, and its assumptions. */
export function launchAnswer(launch: ForecastLaunch): string[] {
  const { name, type, time, timeZone, arrivalsPerSecond, people, crowd, windowSeconds, shape, pentUp, attemptsPerSecond } = launch;
  const span = type === 'deadline' ? `in the ${lengthInWords(windowSeconds)} before it` : `within ${lengthInWords(windowSeconds)}`;
  const lines = [
    `${name} (${type}, ${time} ${timeZone}): arrivals reach ${readableQuantiles(arrivalsPerSecond)} per second ${WHEN[shape]}; ${readableQuantiles(people)} people come ${span}.`,
    crowd.admissions === null
      ? `People waiting: up to ${readableQuantiles(crowd)}, because no admission rate is stated (\`admissions\`).`
      : `People waiting: ${readableQuantiles(crowd)} at once, with ${readable(crowd.admissions.value)} admitted per second.`,
    `Based on ${launch.analogues.map(comparable).join('; ')}.`,
    `${widthSentence(launch)}.`,
  ];
  if (pentUp > 0) lines.push(`Included: ${readable(pentUp)} additional people, held back by the closure.`);
  if (attemptsPerSecond !== undefined)
    lines.push(
      `Refused people try again: ${readableQuantiles(attemptsPerSecond)} attempts per second (${readable(attemptsPerSecond.perPerson)} per person); ${readableShare(attemptsPerSecond.givingUp)} give up.`,
    );
  for (const limit of launch.limits) lines.push(`Limit: ${limit}.`);
  for (const [field, { value, unit, source, kind }] of Object.entries(launch.assumptions))
    lines.push(`Not stated, ${kind}: ${field} ${readable(value)} ${unit} (${source}).`);
  return lines;
}

function comparable({ name, when, origin, value, population, scaled, weight }: LaunchAnalogue): string {
  const of = population === null ? '' : ` of ${readable(population.value)} (${population.kind})`;
  return `${name} (${origin}, ${when.slice(0, 10)}): ${readable(value.value)} ${value.unit}${of}, scaled ${readable(scaled)}, weight ${readableShare(weight)}`;
}
