import { shareTokens } from '../share-tokens.ts';

/** What is known of a lane when a wait is estimated. */
export interface LaneOutlook {
  readonly share: number;
  /** Tokens a person costs. */
  readonly cost: number;
  /** People in line. */
  readonly people: number;
  /** People who join, per second, and for how many more seconds that is expected to last. */
  readonly inflow: number;
  readonly inflowFor: number;
  /** Share of the waiting people who leave or are dropped, per second. */
  readonly leaving: number;
}

/** A line that shrinks to less than this is empty, in people. */
const NOBODY = 1e-6;

/** Seconds until `people` are gone when `net` are admitted per second and each leaves with hazard `leaving`: dn/dt = −net − leaving·n. */
function timeToEmpty(people: number, net: number, leaving: number): number {
  if (net <= 0) return Number.POSITIVE_INFINITY;
  return leaving > 0 ? Math.log1p((leaving * people) / net) / leaving : people / net;
}

/** The people left after `seconds` of the same process. */
function peopleAfter(seconds: number, people: number, net: number, leaving: number): number {
  if (leaving === 0) return Math.max(0, people - net * seconds);
  return Math.max(0, (people + net / leaving) * Math.exp(-leaving * seconds) - net / leaving);
}

/**
 * Seconds until the person at `position` of lane `own` is admitted, by a fluid model of the gate: it plays the lanes forward from
 * one change to the next (another lane empties, or people stop coming there), because from then on its unused share flows here.
 *
 *   dn_k/dt = inflow_k − tokens_k/cost_k − leaving_k·n_k,   tokens shared as the gate does
 *
 * People who join the own lane later stand behind and do not matter. `tokensPerSecond` is what the gate really hands out.
 * @example expectedWait([{ share: 1, cost: 5, people: 100, inflow: 0, inflowFor: 0, leaving: 0 }], 0, 100, 50) // => 10
 */
export function expectedWait(lanes: readonly LaneOutlook[], own: number, position: number, tokensPerSecond: number): number {
  const people = lanes.map((lane, i) => (i === own ? position : lane.people));
  const joining = (i: number, time: number): number => (i !== own && time < lanes[i]!.inflowFor ? lanes[i]!.inflow : 0);
  let time = 0;
  // Each round empties a lane or ends an inflow; a lane that fills again can empty once more.
  for (let round = 0; round <= 3 * lanes.length; round++) {
    const claims = lanes.map((lane, i) => ({
      share: lane.share,
      wanted: people[i]! > NOBODY ? Number.POSITIVE_INFINITY : joining(i, time) * lane.cost,
    }));
    const tokens = shareTokens(tokensPerSecond, claims);
    const net = lanes.map((lane, i) => tokens[i]! / lane.cost - joining(i, time));
    let step = Number.POSITIVE_INFINITY;
    lanes.forEach((lane, i) => {
      if (people[i]! > NOBODY) step = Math.min(step, timeToEmpty(people[i]!, net[i]!, lane.leaving));
      if (joining(i, time) > 0) step = Math.min(step, lane.inflowFor - time);
    });
    if (timeToEmpty(people[own]!, net[own]!, lanes[own]!.leaving) <= step) return time + step;
    lanes.forEach((lane, i) => {
      people[i] = peopleAfter(step, people[i]!, net[i]!, lane.leaving);
    });
    time += step;
  }
  return time + (people[own]! * lanes[own]!.cost) / tokensPerSecond;
}
