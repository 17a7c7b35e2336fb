import type { Journey } from '../../models/workload/surge/surge.ts';
import { exponential, randomFrom, STREAM_WORDS } from '../../models/workload/users/random.ts';
import type { Lives } from '../journeys/lives.ts';
import type { Host } from '../users/context.ts';
import { STREAM } from '../users/streams.ts';

/** Lets one person in who wanted to arrive at `intended`; `sequence` counts the arrivals of this VU from 0. */
export type Arrive = (sequence: number, intended: number) => void;

/** Index of a journey for a draw in [0, 1). */
function journeyFor(journeys: readonly Journey[], draw: number): number {
  let upTo = 0;
  for (let i = 0; i < journeys.length; i++) {
    upTo += journeys[i]!.share;
    if (draw < upTo) return i;
  }
  return journeys.length - 1;
}

/** Takes a row for a new person. `giveUpAt`: when patience with the line ends, milliseconds since second 0. */
export function takeRow({ rows, surge }: Host, sequence: number, journey: number, giveUpAt: number): number {
  const row = rows.take();
  const { lane } = surge.journeys[journey]!;
  rows.sequence[row] = sequence;
  rows.journey[row] = journey;
  rows.lane[row] = Math.max(
    0,
    surge.lanes.findIndex(({ name }) => name === lane),
  );
  rows.giveUpAt[row] = giveUpAt;
  // A stream whose counter is 0 is seeded with its first draw.
  rows.chance[row * STREAM_WORDS + STREAM_WORDS - 1] = 0;
  return row;
}

/** How people of one VU come in. The random stream belongs to the VU, two draws a person: a stream for each took a tenth of k6's CPU at 2,000/s. */
export function createArrive(host: Host, lives: Lives): Arrive {
  const { book, surge, profile, run, vu } = host;
  const random = randomFrom(run.seed, STREAM.door, vu);
  // Patience is exponential with the median of the profile.
  const meanPatience = profile.impatienceMedian / Math.LN2;
  return (sequence, intended) => {
    const journey = journeyFor(surge.journeys, random());
    const row = takeRow(host, sequence, journey, intended + meanPatience * exponential(random));
    book.users.arrived++;
    book.started();
    book.startLag.record(host.now() - intended);
    lives.arrive(row, intended);
  };
}
