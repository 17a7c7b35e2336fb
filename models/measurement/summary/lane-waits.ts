import type { LaneSummary, RunFile } from '../../results/run.ts';
import type { LaneOrder } from './lane-fairness.ts';

/** A median of fewer people says little of a lane. */
const FEWEST_COMPARED = 10;

/** Waits of everybody in line, lane by lane; of those who were never let in, until they left. */
export function laneWaits(lanes: readonly LaneOrder[]): Pick<NonNullable<RunFile['queue']>, 'lanes' | 'longestWait' | 'laneDifference'> {
  const summaries = lanes.map(laneSummary);
  const longest = summaries.flatMap(({ longestWait }) => longestWait ?? []);
  const medians = summaries.flatMap(({ admitted, unadmitted, medianWait }) =>
    admitted + unadmitted < FEWEST_COMPARED ? [] : (medianWait ?? []),
  );
  return {
    lanes: summaries,
    longestWait: longest.length === 0 ? null : Math.max(...longest),
    laneDifference: medians.length < 2 ? null : Math.max(...medians) - Math.min(...medians),
  };
}

function laneSummary({ lane, people, unadmitted, overtaken, kendallTau, isOpen }: LaneOrder): LaneSummary {
  const waits = Float64Array.from([
    ...people.map(({ admitted, joined }) => Math.max(0, admitted - joined)),
    ...unadmitted.map(({ left, joined }) => left - joined),
  ]).sort();
  return {
    lane,
    ...{ admitted: people.length, unadmitted: unadmitted.length, overtaken, kendallTau, isOpen },
    medianWait: waits[waits.length >> 1] ?? null,
    longestWait: waits.at(-1) ?? null,
  };
}
