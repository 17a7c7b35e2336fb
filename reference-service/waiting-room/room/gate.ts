import { createLine, type Line } from '../places/line.ts';
import { shareTokens } from '../share-tokens.ts';
import { type RoomLane, shareOf } from './room-lane.ts';

/** Tokens an idle lane may keep, in seconds of its guaranteed rate: enough for people who come close together, too little for a burst. */
const KEPT_SECONDS = 0.1;
/** After a stall of the process no more than this is made up for, in milliseconds: a late burst would hit the service. */
const LONGEST_STEP = 500;

/** The lines of all lanes and the tokens that let people out of them. */
export interface Gate {
  readonly lines: readonly Line[];
  /** People of a lane the tokens it holds would pay for: below 1 while somebody waits. */
  paidFor(lane: number): number;
  /** Lets one person of a lane in at the door when nobody waits there and a token is left. */
  enter(lane: number): boolean;
  /** Hands out the tokens of `elapsed` milliseconds and calls `admit` for each person let in. Returns the tokens handed out, of at most 500 ms. */
  open(elapsed: number, admit: (place: number, lane: number) => void): number;
}

/**
 * Admission by weighted tokens: a person costs `cost` tokens of their lane, every lane has a guaranteed share, and what a lane
 * cannot use flows to the others at once. So one lane cannot starve another, and no token is lost while anybody waits.
 */
export function createGate(lanes: readonly RoomLane[], tokensPerSecond: number): Gate {
  const lines = lanes.map(createLine);
  const shares = lanes.reduce((sum, lane) => sum + shareOf(lane), 0);
  const kept = lanes.map((lane) => Math.max(lane.cost, (shareOf(lane) / shares) * tokensPerSecond * KEPT_SECONDS));
  const credit = [...kept];
  /** Rounding of sums must not hold a person back for a tick. */
  const affords = (lane: number): boolean => credit[lane]! > lanes[lane]!.cost - 1e-9;

  const admitFrom = (lane: number, admit: (place: number, lane: number) => void): void => {
    const line = lines[lane]!;
    while (line.waiting() > 0 && affords(lane)) {
      credit[lane]! -= lanes[lane]!.cost;
      admit(line.takeFirst(), lane);
    }
  };

  return {
    lines,
    paidFor: (lane) => credit[lane]! / lanes[lane]!.cost,
    enter: (lane) => {
      if (lines[lane]!.waiting() > 0 || !affords(lane)) return false;
      credit[lane]! -= lanes[lane]!.cost;
      return true;
    },
    open: (elapsed, admit) => {
      const tokens = (tokensPerSecond * Math.min(elapsed, LONGEST_STEP)) / 1000;
      const claims = lanes.map((lane, i) => ({
        share: shareOf(lane),
        wanted: Math.max(0, lines[i]!.waiting() * lane.cost + kept[i]! - credit[i]!),
      }));
      shareTokens(tokens, claims).forEach((given, lane) => {
        credit[lane]! += given;
        admitFrom(lane, admit);
      });
      return tokens;
    },
  };
}
