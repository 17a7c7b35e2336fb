import { type Ink, SERIES_INKS } from '../../charts/figure/ink.ts';

/** The colour of a lane by its place among the lanes of the surge. */
export function laneInk(lanes: readonly { readonly name: string }[], lane: string): Ink {
  return SERIES_INKS[lanes.findIndex(({ name }) => name === lane)] ?? 'other';
}
