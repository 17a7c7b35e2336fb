import { Refusal } from '../refusal.ts';

/** A rate at times, linear between them and constant outside: `[[time, rate], …]`, times rising. */
export type Points = readonly (readonly [number, number])[];

/**
 * Rate of a piecewise linear curve at a time.
 * @example rateAt([[0, 10], [10, 20]], 5) // => 15
 */
export function rateAt(points: Points, t: number): number {
  const after = points.findIndex(([time]) => time > t);
  if (after === -1) return points.at(-1)![1];
  if (after === 0) return points[0]![1];
  const [t0, r0] = points[after - 1]!;
  const [t1, r1] = points[after]!;
  return r0 + ((r1 - r0) * (t - t0)) / (t1 - t0);
}

/**
 * Integral of a piecewise linear rate from one time to a later one.
 * @example amountBetween([[0, 10], [10, 20]], 0, 10) // => 150
 */
export function amountBetween(points: Points, from: number, to: number): number {
  const inner = points.map(([time]) => time).filter((time) => time > from && time < to);
  const times = [from, ...inner, to];
  let amount = 0;
  for (let i = 1; i < times.length; i++) {
    const [a, b] = [times[i - 1]!, times[i]!];
    amount += (b - a) * rateAt(points, (a + b) / 2);
  }
  return amount;
}

/** Refuses points that are not a curve: times must rise, rates must not be negative. */
export function requirePoints(name: string, points: Points): void {
  if (points.length === 0) throw new Refusal('out-of-range', `${name}: must have at least one [time, rate] pair, got none`);
  points.forEach(([time, rate], i) => {
    if (!Number.isFinite(time) || !(rate >= 0 && rate < Number.POSITIVE_INFINITY)) {
      throw new Refusal('out-of-range', `${name}[${i}]: must be a time and a rate of at least 0, got [${time}, ${rate}]`);
    }
    if (i > 0 && time <= points[i - 1]![0]) {
      throw new Refusal('out-of-range', `${name}[${i}]: times must rise, got ${time} after ${points[i - 1]![0]}`);
    }
  });
}
