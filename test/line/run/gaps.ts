import type { LineRun } from './line-run.ts';

/** By lane how long it was, when people were let in or left, since they last asked and heard "waiting": milliseconds, ascending. */
function gapsOf({ folded }: LineRun): Map<string, number[]> {
  const lanes = new Map<string, number[]>();
  const add = (name: string, gap: number): void => void lanes.set(name, [...(lanes.get(name) ?? []), gap]);
  for (const { lane, earliest, latest } of folded.admissions) add(`${lane}, let in`, latest - earliest);
  for (const { lane, left, waiting } of folded.unadmitted) add(`${lane}, not let in`, left - waiting);
  for (const gaps of lanes.values()) gaps.sort((a, b) => a - b);
  return lanes;
}

/** Gaps that differ by more than `late` milliseconds, as sentences. */
export function gapsApart(one: LineRun, other: LineRun, late: number): string[] {
  const others = gapsOf(other);
  return [...gapsOf(one)].flatMap(([lane, gaps]) =>
    gaps.flatMap((gap, i) => {
      const opposite = others.get(lane)?.[i] ?? Number.NaN;
      return Math.abs(gap - opposite) <= late ? [] : [`${lane}: ${gap} ms, and ${opposite} ms`];
    }),
  );
}
