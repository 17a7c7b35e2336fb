import type { StartCounts } from './start-counts.ts';

/** Neighbouring seconds with enough requests for a share of them. */
export interface Bin {
  readonly requests: number;
  readonly beyond: number;
  /** Seconds of the first and the last request beyond the limit, and the shares of their seconds that are beyond. */
  readonly firstBeyond: number;
  readonly firstShare: number;
  readonly lastBeyond: number;
  readonly lastShare: number;
}

/** Bins beyond a share, those that follow each other together. */
export interface Runs {
  readonly runs: readonly (readonly Bin[])[];
  /** All bins, those within the share among them. */
  readonly bins: number;
  readonly requests: number;
}

/** After so many seconds without a request nobody knows how the service was meanwhile. */
const LONGEST_SILENCE = 10;

interface Growing {
  requests: number;
  beyond: number;
  firstBeyond: number;
  lastBeyond: number;
}

const empty = (): Growing => ({ requests: 0, beyond: 0, firstBeyond: -1, lastBeyond: -1 });

/** Cuts a run into bins of at least `fewest` requests (one over the share, so that a single one is never more than it), a second or longer, and finds those in which more than `share` of them is beyond. */
export function runsOfBins({ requests, beyond }: StartCounts, share: number, fewest: number): Runs {
  const runs: Bin[][] = [[]];
  let [bins, total, silence] = [0, 0, 0];
  let bin = empty();
  const shareAt = (second: number): number => beyond[second]! / requests[second]!;
  const close = (breaks: boolean): void => {
    if (bin.requests > 0) {
      bins++;
      if (bin.beyond > share * bin.requests)
        runs.at(-1)!.push({ ...bin, firstShare: shareAt(bin.firstBeyond), lastShare: shareAt(bin.lastBeyond) });
      else runs.push([]);
      bin = empty();
    }
    if (breaks) runs.push([]);
  };
  for (let second = 0; second < requests.length; second++) {
    silence = requests[second]! > 0 ? 0 : silence + 1;
    if (silence === LONGEST_SILENCE) close(true);
    if (silence > 0) continue;
    total += requests[second]!;
    add(bin, second, requests[second]!, beyond[second]!);
    if (bin.requests >= fewest) close(false);
  }
  close(true);
  return { runs: runs.filter(({ length }) => length > 0), bins, requests: total };
}

function add(bin: Growing, second: number, requests: number, beyond: number): void {
  bin.requests += requests;
  bin.beyond += beyond;
  if (beyond === 0) return;
  if (bin.firstBeyond < 0) bin.firstBeyond = second;
  bin.lastBeyond = second;
}
