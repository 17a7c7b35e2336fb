import type { Journey, Lane } from './surge.ts';

/** A lane with its guaranteed share of the admission tokens; only the proportion between lanes counts. */
export interface PlannedLane extends Lane {
  readonly share: number;
}

/** Share of a lane that no journey of the surge is planned to use: enough to let a stray person in. */
const UNUSED = 0.01;

/**
 * The lanes of a surge, each guaranteed the part of the tokens that its journeys will ask for: cost times share of arrivals. So all
 * lanes drain together, none waits for another, and the announced waiting times hold.
 *
 * @example plannedLanes({ lanes: [{ name: 'a', cost: 5 }], journeys: [{ share: 1, lane: 'a' }] })[0].share // => 5
 */
export function plannedLanes(surge: {
  readonly lanes: readonly Lane[];
  readonly journeys: readonly Pick<Journey, 'share' | 'lane'>[];
}): readonly PlannedLane[] {
  return surge.lanes.map((lane) => {
    const arriving = surge.journeys.reduce((sum, journey) => sum + (journey.lane === lane.name ? journey.share : 0), 0);
    return { ...lane, share: lane.cost * (arriving || UNUSED) };
  });
}
