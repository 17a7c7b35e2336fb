import type { PeakQuantiles } from '../../models/results/forecast.ts';
import type { ForecastLaunch } from '../../models/results/forecast-launch.ts';
import { dayOfTime, dayWords } from '../format/calendar-day.ts';
import { duration } from '../format/duration.ts';
import { percent, threeDigits } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';

const LONGEST_NAME = 60;
const DAY_SECONDS = 86_400;
const WHEN = { 'doors-open': 'when the doors open on', deadline: 'at the deadline on', adoption: 'at their highest, with doors open from' };

/**
 * People in three significant digits, none of them in parts.
 * @example peopleCount(86.27) // => '86'
 */
export const peopleCount = (value: number): string => threeDigits(Math.round(value));

const three = ({ p50, p90, p99 }: PeakQuantiles, unit: string, words: (value: number) => string = threeDigits): string =>
  `${words(p50)}${unit} at P50, ${words(p90)} at P90 and ${words(p99)} at P99`;

/** What an event is called, cut when long. */
export const launchName = ({ name }: ForecastLaunch, most = LONGEST_NAME): string => shorten(name, most);

/** The answer: how many a second, when, and how many in all. */
export function launchSentence(launch: ForecastLaunch): string {
  const { arrivalsPerSecond, people, shape, time, timeZone, type, windowSeconds } = launch;
  const day = `${dayWords(Math.floor(dayOfTime(time)))}, ${time.slice(11, 16)} (${timeZone})`;
  const span = windowSeconds < 2 * DAY_SECONDS ? duration(windowSeconds * 1_000) : `${threeDigits(windowSeconds / DAY_SECONDS)} days`;
  return `${launchName(launch)}: arrivals reach ${three(arrivalsPerSecond, ' a second')} ${WHEN[shape]} ${day}; ${peopleCount(people.p50)} people come ${type === 'deadline' ? `in the ${span} before it` : `within ${span}`} at P50, ${peopleCount(people.p90)} at P90`;
}

/** The event that is highest at P90, in short; at least one event must be given. */
export function headlineSentence(launches: readonly ForecastLaunch[]): string {
  const [highest] = [...launches].sort((a, b) => b.arrivalsPerSecond.p90 - a.arrivalsPerSecond.p90);
  if (highest === undefined) return 'Nothing is announced';
  const { p50, p90, p99 } = highest.arrivalsPerSecond;
  const among = launches.length === 1 ? '' : `Of ${launches.length} announced events the highest is `;
  return `${among}${launchName(highest)}: ${threeDigits(p90)} arrivals a second at P90 (P50 ${threeDigits(p50)}, P99 ${threeDigits(p99)}) ${WHEN[highest.shape]} ${dayWords(Math.floor(dayOfTime(highest.time)))}`;
}

/** How many stand in line at once. */
export function crowdSentence({ crowd }: ForecastLaunch): string {
  return crowd.admissions === null
    ? `Up to ${three(crowd, ' people', peopleCount)} wait at once, as nothing is said of how many are let in`
    : `In line at once are ${three(crowd, ' people', peopleCount)}, with ${threeDigits(crowd.admissions.value)} let in per second`;
}

/** How wide the answer is, and why. */
export function widthSentence({ pool, people }: ForecastLaunch): string {
  const { analogues, effective, degrees, spread, spreadFrom } = pool;
  const factor = `×${threeDigits(Math.exp(spread))} to either side`;
  const why = {
    prior: `one event has no spread of its own, so it is taken as ${factor}`,
    floor: `the events agree better than such counts can, so ${factor} is taken`,
    analogues: `the ${analogues} events differ by ${factor}`,
  }[spreadFrom];
  const counted = Math.abs(effective - analogues) < 0.005 ? '' : ` (they count as ${effective.toFixed(1)}, public ones together as one)`;
  return `P90 is ${threeDigits(people.p90 / people.p50)} times P50: ${why}${counted}, and so few leave Student's t ${degrees} ${degrees === 1 ? 'degree' : 'degrees'} of freedom`;
}

/** What else is counted in, each without a full stop. */
export function furtherLaunchSentences({ pentUp, attemptsPerSecond, limits }: ForecastLaunch): string[] {
  return [
    ...(pentUp > 0 ? [`The closure held back ${threeDigits(pentUp)} people who come in addition; they are counted in`] : []),
    ...(attemptsPerSecond === undefined
      ? []
      : [
          `Those turned away try again: ${three(attemptsPerSecond, ' attempts a second')} (${threeDigits(attemptsPerSecond.perPerson)} a person); ${percent(attemptsPerSecond.givingUp)} give up`,
        ]),
    ...limits.map((limit) => `Bounded: ${limit}`),
  ];
}
