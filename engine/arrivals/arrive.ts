import type { Surge } from '../../models/workload/surge/surge.ts';
import { exponential, randomFrom } from '../../models/workload/users/random.ts';
import { breakUser, type Host, stepIndex } from '../users/host.ts';
import { STREAM } from '../users/streams.ts';
import type { Line } from '../waiting-room/line.ts';

const JOIN = stepIndex('queue-join');

/** Lets one person in who wanted to arrive at `intended`; `sequence` counts the arrivals of this VU from 0. */
export type Arrive = (sequence: number, intended: number) => void;

/** Index into the mix for a draw in [0, 1). */
function journeyFor({ mix }: Surge, draw: number): number {
  let upTo = 0;
  const index = mix.findIndex(({ share }) => {
    upTo += share;
    return draw < upTo;
  });
  return index >= 0 ? index : mix.length - 1;
}

/** How people of one VU come in. The stream of chance is the VU's, two draws a person: to seed one a person took a tenth of k6's time at 2,000/s. */
export function createArrive(host: Host, line: Line): Arrive {
  const { rows, book, surge, profile, settings, vu } = host;
  const random = randomFrom(settings.seed, STREAM.door, vu);
  const lanes = surge.mix.map(({ lane }) => surge.lanes.findIndex(({ name }) => name === lane));
  // Patience is exponential with the median of the profile.
  const meanPatience = profile.impatienceMedian / Math.LN2;
  return (sequence, intended) => {
    const row = rows.take();
    const journey = journeyFor(surge, random());
    rows.sequence[row] = sequence;
    rows.journey[row] = journey;
    rows.lane[row] = lanes[journey]!;
    rows.giveUpAt[row] = intended + meanPatience * exponential(random);
    book.users.arrived++;
    book.users.inLine++;
    book.started();
    book.startLag.record(host.now() - intended);
    try {
      line.join(row, intended);
    } catch (error) {
      breakUser(host, row, JOIN, error);
    }
  };
}
