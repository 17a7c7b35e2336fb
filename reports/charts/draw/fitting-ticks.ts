import type { Tick } from '../figure/figure.ts';

/** Distance between two labels, pixels. */
const GAP = 12;

/**
 * Ranked ticks that fit beside each other, centred on their places; those with a lower rank first.
 *
 * @param at place of a value and the width of a label, pixels
 */
export function fittingTicks(ticks: readonly Tick[], at: (value: number) => number, widthOf: (tick: Tick) => number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of [...ticks].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const clear = kept.every((other) => Math.abs(at(other.value) - at(tick.value)) >= (widthOf(other) + widthOf(tick)) / 2 + GAP);
    if (clear) kept.push(tick);
  }
  return kept.sort((a, b) => a.value - b.value);
}
