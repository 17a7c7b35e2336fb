import type { RandomStream } from './random-stream.ts';

/** Draws one duration. */
export type Duration = () => number;

/**
 * Durations of a given mean and squared coefficient of variation, for simulating a system of which only two moments are known.
 *
 *   cv² = 0 constant · 0 < cv² < 1 gamma of shape 1/cv² (Erlang where that is whole) · 1 exponential · above 1 two exponentials of balanced means,
 *   chosen with p = (1 + √((cv² − 1)/(cv² + 1)))/2
 *
 * Exponential and balanced durations take the same count of uniforms every time, so streams stay aligned. Source: Tijms, A First Course in Stochastic Models, appendix B.
 * @example durationOf(3, 0, () => 0.5)() // => 3
 */
export function durationOf(mean: number, cv2: number, random: RandomStream): Duration {
  if (cv2 === 0) return () => mean;
  if (cv2 === 1) return () => -mean * Math.log(random());
  if (cv2 < 1) return gamma(1 / cv2, mean * cv2, random);
  const p = (1 + Math.sqrt((cv2 - 1) / (cv2 + 1))) / 2;
  const [often, seldom] = [mean / (2 * p), mean / (2 * (1 - p))];
  return () => {
    const scale = random() < p ? often : seldom;
    return -scale * Math.log(random());
  };
}

/** Lognormal durations of a mean and a squared coefficient of variation: what measured service times mostly look like. */
export function lognormalDuration(mean: number, cv2: number, random: RandomStream): Duration {
  const sigma = Math.sqrt(Math.log1p(cv2));
  const middle = Math.log(mean) - (sigma * sigma) / 2;
  return () => Math.exp(middle + sigma * normal(random));
}

/** Gamma durations of a mean and a squared coefficient of variation: the shape is 1/cv². */
export const gammaDuration = (mean: number, cv2: number, random: RandomStream): Duration => gamma(1 / cv2, mean * cv2, random);

/** Whole shapes as a product of uniforms up to this many, above and between by Marsaglia and Tsang 2000. */
const MOST_STAGES = 4;

function gamma(shape: number, scale: number, random: RandomStream): Duration {
  if (Number.isInteger(shape) && shape <= MOST_STAGES) {
    return () => {
      let product = 1;
      for (let stage = 0; stage < shape; stage++) product *= random();
      return -scale * Math.log(product);
    };
  }
  if (shape < 1) {
    const larger = gamma(shape + 1, scale, random);
    return () => larger() * random() ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const z = normal(random);
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return scale * d * v;
    }
  };
}

/** A standard normal number by two uniforms (Box and Muller). */
const normal = (random: RandomStream): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
