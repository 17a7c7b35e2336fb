import { weekdayOf } from '../../../../models/demand/calendar/day-number.ts';
import { koreanCalendar } from '../../../../models/demand/calendar/korean-calendar.ts';
import { normal, randomFrom } from '../../../../models/workload/users/random.ts';

/** Made series of which the truth is known: factor of each day, by its number since the first and since 1970, before noise. */
export interface OddDemand {
  readonly days: number;
  readonly level: (i: number, day: number) => number;
  /** Standard deviation of the noise, logarithms. */
  readonly noise: number;
  /** Freedom of Student's t noise; normal when left out. */
  readonly tails?: number;
}

const seollal = new Set(koreanCalendar().events.find(({ name }) => name === 'seollal')!.days);
const sunday = (day: number): boolean => weekdayOf(day) === 6;
const chance = (i: number, share: number): boolean => randomFrom(77, i)() < share;

/** One of each kind that users bring; 1,000 is a usual day. */
export const ODD: Readonly<Record<string, OddDemand>> = {
  'growth and holidays': { days: 1200, noise: 0.04, level: (i, day) => 1000 * 1.0008 ** i * (seollal.has(day) ? 0.5 : 1) },
  'a strong week': { days: 500, noise: 0.05, level: (_, day) => [1000, 1100, 1200, 1300, 1500, 3000, 4000][weekdayOf(day)]! },
  'no week': { days: 500, noise: 0.1, level: () => 1000 },
  'demand on two days of five': { days: 500, noise: 0.1, level: (i) => (chance(i, 0.4) ? 1000 : 0) },
  'a level that doubled': { days: 900, noise: 0.05, level: (i) => (i < 600 ? 500 : 1000) },
  'a fifth of the days lost': { days: 500, noise: 0.05, level: (i) => (chance(i, 0.2) ? Number.NaN : 1000) },
  'heavy tails': { days: 700, noise: 0.3, tails: 3, level: () => 1000 },
  'sixty days': { days: 60, noise: 0.05, level: (_, day) => (sunday(day) ? 700 : 1000) },
  'closed on Sundays': { days: 500, noise: 0.05, level: (_, day) => (sunday(day) ? 0 : 1000) },
  'noise that triples every other half year': {
    days: 900,
    noise: 0.08,
    level: (i) => 1000 * Math.exp(i % 365 > 182 ? 0.2 * Math.sin(i * i) : 0),
  },
};

/** The series with its noise, from a seed, and `more` days of what follows. */
export function oddDemand({ days, level, noise, tails }: OddDemand, first: number, more = 0, seed = 5): Float64Array {
  const random = randomFrom(seed);
  return Float64Array.from({ length: days + more }, (_, i) => {
    const chi =
      tails === undefined ? 1 : Array.from({ length: tails }, () => normal(random) ** 2).reduce((sum, one) => sum + one, 0) / tails;
    return level(i, first + i) * Math.exp((noise * normal(random)) / Math.sqrt(chi));
  });
}
