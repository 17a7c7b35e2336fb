import type { ForecastLaunch } from '../../models/results/forecast/forecast-launch.ts';
import type { PeakQuantiles } from '../../models/results/forecast/peak-quantiles.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';
import { estimate } from '../format/number.ts';
import { shorten } from '../format/shorten.ts';
import { dayOfTime, dayWords } from '../format/time/calendar-day.ts';

const LONGEST_NAME = 60;
const DAY_SECONDS = 86_400;
const WHEN = { 'doors-open': 'when the doors open on', deadline: 'at the deadline on', adoption: 'at their highest, with doors open from' };

/**
 * People in three significant digits, none of them in parts.
 * @example peopleCount(86.27) // => '86'
 */
export const peopleCount = (value: number): string => estimate(Math.round(value));

const three = ({ p50, p90, p99 }: PeakQuantiles, unit: string, words: (value: number) => string = estimate): string =>
  `${words(p50)}${unit} at P50, ${words(p90)} at P90 and ${words(p99)} at P99`;

/** What an event is called, cut when long. */
export const launchName = ({ name }: ForecastLaunch, most = LONGEST_NAME): string => shorten(name, most);

/** The answer: how many a second, when, and how many in all. */
export function launchSentence(launch: ForecastLaunch): string {
  const { arrivalsPerSecond, shape, time, timeZone, type, windowSeconds } = launch;
  const day = `${dayWords(Math.floor(dayOfTime(time)))}, ${time.slice(11, 16)} (${timeZone})`;
  const span = windowSeconds < 2 * DAY_SECONDS ? sayTime(windowSeconds * 1_000) : `${estimate(windowSeconds / DAY_SECONDS)} days`;
  return `${launchName(launch)}: arrivals reach ${three(arrivalsPerSecond, ' a second')} ${WHEN[shape]} ${day}; ${comers(launch, 'p50')} come ${type === 'deadline' ? `in the ${span} before it` : `within ${span}`} at P50, ${comers(launch, 'p90')} at P90`;
}

/** How many people come, and how often they arrive where everybody comes on several devices. */
function comers({ people, arrivals }: ForecastLaunch, level: 'p50' | 'p90'): string {
  const count = `${peopleCount(people[level])} people`;
  return arrivals[level] > people[level] ? `everybody, ${count} in ${peopleCount(arrivals[level])} arrivals,` : count;
}

/** The event that is highest at P90, in short; at least one event must be given. */
export function headlineSentence(launches: readonly ForecastLaunch[]): string {
  const [highest] = [...launches].sort((a, b) => b.arrivalsPerSecond.p90 - a.arrivalsPerSecond.p90);
  if (highest === undefined) return 'Nothing is announced';
  const { p50, p90, p99 } = highest.arrivalsPerSecond;
  const among = launches.length === 1 ? '' : `Of ${launches.length} announced events the highest is `;
  return `${among}${launchName(highest)}: ${estimate(p90)} arrivals a second at P90 (P50 ${estimate(p50)}, P99 ${estimate(p99)}) ${WHEN[highest.shape]} ${dayWords(Math.floor(dayOfTime(highest.time)))}`;
}

/** How many are in the queue at once. */
export function crowdSentence({ crowd, people, arrivals }: ForecastLaunch): string {
  const all = (['p50', 'p90', 'p99'] as const).filter((level) => crowd[level] >= people[level] && people[level] < arrivals[level]);
  const everybody = all.length === 0 ? '' : ` (${all.map((level) => level.toUpperCase()).join(' and ')}: everybody)`;
  return crowd.admissions === null
    ? `Up to ${three(crowd, ' people', peopleCount)} wait at once${everybody}, as no admission rate is given`
    : `In the queue at once are ${three(crowd, ' people', peopleCount)}${everybody}, with ${estimate(crowd.admissions.value)} admitted per second`;
}

/** How wide the answer is, and why. */
export function widthSentence({ pool, arrivals }: ForecastLaunch): string {
  const { analogues, effective, degrees, spread, spreadFrom } = pool;
  const factor = `a factor of ${estimate(Math.exp(spread))}`;
  const why = {
    prior: `one event alone does not show how much events differ, so ${factor} is assumed`,
    floor: `the events agree more closely than such counts can, so ${factor} is taken`,
    analogues: `the ${analogues} events typically lie ${factor} from their middle`,
  }[spreadFrom];
  const counted =
    Math.abs(effective - analogues) < 0.005 ? '' : ` (public ones together count as one, so these are worth ${effective.toFixed(1)})`;
  return `P90 is ${estimate(arrivals.p90 / arrivals.p50)} times P50: ${why}${counted}, and from so few the next may lie far out (Student's t, ${degrees} ${degrees === 1 ? 'degree' : 'degrees'} of freedom)`;
}

/** What else is counted in, each without a full stop. */
export function furtherLaunchSentences({ pentUp, attemptsPerSecond, limits }: ForecastLaunch): string[] {
  return [
    ...(pentUp > 0 ? [`The closure held back ${estimate(pentUp)} people who come in addition; they are counted in`] : []),
    ...(attemptsPerSecond === undefined
      ? []
      : [
          `Those turned away try again: ${three(attemptsPerSecond, ' attempts a second')} (${estimate(attemptsPerSecond.perPerson)} a person); ${sayShare(attemptsPerSecond.givingUp)} give up`,
        ]),
    ...limits.map((limit) => `Bounded: ${limit}`),
  ];
}
