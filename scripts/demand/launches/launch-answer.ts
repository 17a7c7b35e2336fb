import type { ForecastLaunch, LaunchAnalogue } from '../../../models/results/forecast-launch.ts';
import { widthSentence } from '../../../reports/launch/launch-sentences.ts';
import { lengthInWords } from '../../terminal/length-in-words.ts';
import { readable, readableQuantiles, readableShare } from '../csv/readable.ts';

const WHEN = { 'doors-open': 'when the doors open', deadline: 'at the deadline', adoption: 'at their highest' } as const;

/** The answer about an announced event: how high, how many at once, from what, and how wide and why. */
export function launchAnswer(launch: ForecastLaunch): string[] {
  const { name, type, time, timeZone, arrivalsPerSecond, people, crowd, windowSeconds, shape, pentUp, attemptsPerSecond } = launch;
  const span = type === 'deadline' ? `in the ${lengthInWords(windowSeconds)} before it` : `within ${lengthInWords(windowSeconds)}`;
  const lines = [
    `${name} (${type}, ${time} ${timeZone}): arrivals reach ${readableQuantiles(arrivalsPerSecond)} a second ${WHEN[shape]}; ${readableQuantiles(people)} people come ${span}.`,
    crowd.admissions === null
      ? `The crowd: up to ${readableQuantiles(crowd)} people, as nothing is said of how many are let in (\`admissions\`).`
      : `The crowd: ${readableQuantiles(crowd)} people in line at once, with ${readable(crowd.admissions.value)} let in per second.`,
    `It rests on ${launch.analogues.map(comparable).join('; ')}.`,
    `${widthSentence(launch)}.`,
  ];
  if (pentUp > 0) lines.push(`The closure held back ${readable(pentUp)} people who come in addition; they are counted in.`);
  if (attemptsPerSecond !== undefined)
    lines.push(
      `Those turned away try again: ${readableQuantiles(attemptsPerSecond)} attempts a second (${readable(attemptsPerSecond.perPerson)} a person); ${readableShare(attemptsPerSecond.givingUp)} give up.`,
    );
  for (const limit of launch.limits) lines.push(`Bounded: ${limit}.`);
  for (const [field, { value, unit, source, kind }] of Object.entries(launch.assumptions))
    lines.push(`Not given, ${kind}: ${field} ${readable(value)} ${unit} (${source}).`);
  return lines;
}

function comparable({ name, when, origin, value, population, scaled, weight }: LaunchAnalogue): string {
  const of = population === null ? '' : ` of ${readable(population.value)} (${population.kind})`;
  return `${name} (${origin}, ${when.slice(0, 10)}): ${readable(value.value)} ${value.unit}${of}, which is ${readable(scaled)} here, weight ${readableShare(weight)}`;
}
