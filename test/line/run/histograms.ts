import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { countPacked, sumPacked } from '../../../models/measurement/packed-cells.ts';
import { bucketMid } from '../../../models/workload/log/histogram.ts';
import type { LineRun } from './line-run.ts';

/** Shares of the samples at which two histograms are compared. */
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Milliseconds: what is answered sooner says nothing but how busy the machine is. */
const AT_ONCE = 1_000;

function bucketAt(cells: Uint32Array, share: number): number {
  const rank = Math.max(1, Math.ceil(share * countPacked(cells)));
  let below = 0;
  for (let i = 0; i < cells.length; i += 2) {
    below += cells[i + 1]!;
    if (below >= rank) return cells[i]!;
  }
  return -1;
}

/** Cells of polls and journeys by outcome and clock. */
function cellsOf({ samples }: FoldedRun): Map<string, Uint32Array> {
  const names = new Set(samples.map(({ step, outcome, clock }) => `${step} ${outcome}, clock ${clock}`));
  return new Map(
    [...names].map((name) => [
      name,
      sumPacked(
        samples
          .filter(({ step, outcome, clock }) => `${step} ${outcome}, clock ${clock}` === name)
          .flatMap(({ seconds }) => [...seconds.values()]),
      ),
    ]),
  );
}

/** Quantiles that lie more than one cell and more than `late` milliseconds apart, as sentences. */
export function apart(one: LineRun, other: LineRun, late: number): string[] {
  const others = cellsOf(other.folded);
  return [...cellsOf(one.folded)].flatMap(([name, cells]) => {
    const opposite = others.get(name) ?? new Uint32Array();
    return SHARES.flatMap((share) => {
      const [a, b] = [bucketAt(cells, share), bucketAt(opposite, share)];
      const [ms, otherMs] = [bucketMid(a), bucketMid(b)];
      const isApart = Math.max(ms, otherMs) > AT_ONCE && Math.abs(a - b) > 1 && Math.abs(ms - otherMs) > late;
      return isApart ? [`${name}: ${share * 100} % at ${ms} ms, and ${otherMs} ms`] : [];
    });
  });
}
