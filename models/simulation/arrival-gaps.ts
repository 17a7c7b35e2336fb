import type { Bursts } from '../results/plan/bursts.ts';
import { type Duration, durationOf } from './duration.ts';
import type { RandomStream } from './random-stream.ts';

export interface ArrivalGaps {
  /** Mean time between arrivals. */
  readonly mean: number;
  /** Squared coefficient of variation of that time, were there no bursts. */
  readonly ca2: number;
  readonly bursts?: Bursts | undefined;
}

/**
 * Times between arrivals, with bursts where there are any: the clock of the arrivals runs faster within a burst and slower outside.
 *
 *   A_k = Λ⁻¹(G_1 + … + G_k),   Λ(t) the integral of the rate over its mean
 *
 * Source: random time change of a renewal process; `durationOf`.
 * @example arrivalGaps({ mean: 2, ca2: 0 }, () => 0.5)() // => 2
 */
export function arrivalGaps({ mean, ca2, bursts }: ArrivalGaps, random: RandomStream): Duration {
  const gap = durationOf(mean, ca2, random);
  if (bursts === undefined) return gap;
  const { factor, share, seconds } = bursts;
  const quiet = Math.max(0, (1 - share * factor) / (1 - share));
  const [long, short] = [exponentialsOf((seconds * (1 - share)) / share, random), exponentialsOf(seconds, random)];
  let inBurst = false;
  let left = long() * random();
  return () => {
    let ahead = gap();
    let elapsed = 0;
    for (;;) {
      const speed = inBurst ? factor : quiet;
      if (ahead <= left * speed) {
        const step = ahead / speed;
        left -= step;
        return elapsed + step;
      }
      ahead -= left * speed;
      elapsed += left;
      inBurst = !inBurst;
      left = inBurst ? short() : long();
    }
  };
}

/** Lengths drawn in blocks of this many, one from each slice of the distribution: a short simulation sees long bursts as often as a long one. */
const SLICES = 40;

function exponentialsOf(mean: number, random: RandomStream): Duration {
  const slices = Array.from({ length: SLICES }, (_, i) => i);
  let next = SLICES;
  return () => {
    if (next === SLICES) {
      next = 0;
      for (let i = SLICES - 1; i > 0; i--) {
        const other = Math.floor(random() * (i + 1));
        [slices[i], slices[other]] = [slices[other]!, slices[i]!];
      }
    }
    return -mean * Math.log((slices[next++]! + random()) / SLICES);
  };
}
