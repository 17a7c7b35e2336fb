import { exponential, randomFrom } from '../../models/workload/random.ts';
import { breakUser, type Host, stepIndex } from './host.ts';
import type { Line } from './line.ts';
import { STREAM } from './streams.ts';

const JOIN = stepIndex('queue-join');

/** Index into the mix for a draw in [0, 1). */
function journeyFor({ surge }: Host, draw: number): number {
  let upTo = 0;
  const index = surge.mix.findIndex(({ share }) => {
    upTo += share;
    return draw < upTo;
  });
  return index >= 0 ? index : surge.mix.length - 1;
}

/** Lets one person in who wanted to arrive at `intended`; `sequence` counts the arrivals of this VU from 0. */
export function arrive(host: Host, line: Line, sequence: number, intended: number): void {
  const { rows, book, surge, profile, settings, vu } = host;
  const row = rows.take();
  const random = randomFrom(settings.seed, STREAM.door, vu, sequence);
  const journey = journeyFor(host, random());
  rows.sequence[row] = sequence;
  rows.journey[row] = journey;
  rows.lane[row] = surge.lanes.findIndex(({ name }) => name === surge.mix[journey]!.lane);
  // Patience is exponential with the median of the profile.
  rows.giveUpAt[row] = intended + (profile.impatienceMedian / Math.LN2) * exponential(random);
  book.users.arrived++;
  book.users.inLine++;
  book.started();
  book.startLag.record(host.now() - intended);
  try {
    line.join(row, intended);
  } catch (error) {
    breakUser(host, row, JOIN, error);
  }
}
