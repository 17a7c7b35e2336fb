import type { Phase } from './surge.ts';

/**
 * Index of the phase that a time (seconds since the start) lies in; a phase begins at its `from`.
 * Expects phases in order, the first from 0; times before 0 count to the first.
 *
 * @example phaseAt([{ name: 'warm-up', from: 0, judged: false }, { name: 'surge', from: 4, judged: true }], 4) // => 1
 */
export function phaseAt(phases: readonly Pick<Phase, 'from'>[], seconds: number): number {
  let index = 0;
  while (index + 1 < phases.length && phases[index + 1]!.from <= seconds) index++;
  return index;
}

/**
 * `phaseAt` for many times that are near each other: the phase of the last one is tried first.
 *
 * @example createPhaseAt([{ name: 'warm-up', from: 0, judged: false }, { name: 'surge', from: 4, judged: true }])(3.9) // => 0
 */
export function createPhaseAt(phases: readonly Phase[]): (seconds: number) => number {
  let index = 0;
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  return (seconds) => {
    if (seconds < from || seconds >= until) {
      index = phaseAt(phases, seconds);
      from = index === 0 ? Number.NEGATIVE_INFINITY : phases[index]!.from;
      until = phases[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    }
    return index;
  };
}
