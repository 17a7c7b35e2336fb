import { weekdayOf } from '../../../models/demand/calendar/day-number.ts';
import { normal, randomFrom } from '../../../models/workload/users/random.ts';

/** Daily demand with a week, a year and noise, from a seed: what a test can know the truth of. */
export function madeDemand(first: number, days: number, noise: number, level = 1_000, seed = 1): Float64Array {
  const random = randomFrom(seed);
  return Float64Array.from({ length: days }, (_, i) => {
    const week = weekdayOf(first + i) >= 5 ? 0.7 : 1;
    const year = 1 + 0.2 * Math.sin((2 * Math.PI * (first + i)) / 365.25);
    return level * week * year * Math.exp(noise * normal(random));
  });
}
