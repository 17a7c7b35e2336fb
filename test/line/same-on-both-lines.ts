import { type ExpectStatic, it } from 'vitest';
import type { LineKind } from '../../models/workload/surge/run-configuration.ts';
import { obtainTool } from '../../scripts/toolchain/obtain-tool.ts';
import { ownSurroundings } from '../../scripts/toolchain/surroundings.ts';
import { K6 } from '../../scripts/toolchain/tool.ts';
import { figuresOf, phasesOf } from './run/figures.ts';
import { gapsApart } from './run/gaps.ts';
import { apart } from './run/histograms.ts';
import { type LineRun, type Rehearsed, runOn } from './run/line-run.ts';

/** The first build of k6 takes minutes. */
const PATIENCE = 900_000;

/** Polls that a busy machine brings one slot late, over the border of a phase. */
const BEYOND_BORDER = 10;

/** Milliseconds by which a machine may be late that runs other tests too; `test/long/line` holds times cell by cell. */
const LATE = 2_000;

export interface Compared {
  /** Who asks where the poller in Go is wanted; TypeScript where the dialect does not suit it. */
  readonly asks?: LineKind;
  /** People whose story may differ, because a slot of 20 ms decides on it: none unless given. */
  readonly borderline?: number;
  /** How far apart times may lie that differ by more than a cell, milliseconds. */
  readonly late?: number;
}

/** Their connections are broken for a while: how often people ask meanwhile is a matter of milliseconds. */
const BROKEN_FOR_A_WHILE = new Set(['reset', 'closed']);

const stories = ({ transcript }: LineRun): string[] =>
  Object.entries(transcript).flatMap(([lane, all]) =>
    all.map((story) => `${lane}: ${BROKEN_FOR_A_WHILE.has(lane) ? story.replace(/( → poll)+/g, ' → poll') : story}`),
  );

/** Stories of one run that the other does not have. */
function onlyIn(one: LineRun, other: LineRun): string[] {
  const left = stories(other);
  return stories(one).filter((story) => {
    const at = left.indexOf(story);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A connection that the room ends while a client sends is a race in the kernel: k6 tries again by itself, or counts it. */
const RACING = /^queue-poll(: connection (closed by the target|reset by peer)| unreachable, clock \d)/;
const MOST_RACES = 8;

/** Counts in which races of connections are taken for those of the other run. */
function withoutRaces(counts: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const level = ([name, count]: [string, number]): [string, number] => {
    const isRace = RACING.test(name) && Math.abs(count - (other[name] ?? 0)) <= MOST_RACES;
    return [name, isRace ? (other[name] ?? 0) : count];
  };
  return Object.fromEntries(Object.entries(counts).map(level));
}

/** Both lines did the same, to the same people. */
function expectSame(
  expect: ExpectStatic,
  typescript: LineRun,
  native: LineRun,
  { asks = 'native', borderline = 0, late = LATE }: Compared,
): void {
  expect(native.folded.head?.line ?? 'typescript').toBe(asks);
  expect(typescript.folded.head?.line).toBeUndefined();
  expect([typescript, native].flatMap(stories).filter((story) => story.includes('[foreign seat'))).toEqual([]);
  const strange = [onlyIn(typescript, native), onlyIn(native, typescript)];
  if (borderline === 0) {
    expect(strange).toEqual([[], []]);
    const [its, reference] = [figuresOf(native), figuresOf(typescript)];
    const [errors, requests] = [withoutRaces(its.errors, reference.errors), withoutRaces(its.requests, reference.requests)];
    expect({ ...its, errors, requests }).toEqual(reference);
  } else expect(Math.max(...strange.map(({ length }) => length)), strange.join('\n')).toBeLessThanOrEqual(borderline);
  for (const [phase, count] of Object.entries(phasesOf(typescript)))
    expect(Math.abs(phasesOf(native)[phase]! - count), phase).toBeLessThanOrEqual(BEYOND_BORDER);
  expect([...apart(typescript, native, late), ...gapsApart(typescript, native, Math.max(late, LATE))]).toEqual([]);
}

/** A test: the run by the real k6 on both lines, at the same time. */
export function sameOnBothLines(name: string, rehearsed: Rehearsed, compared: Compared = {}): void {
  it(name, { timeout: PATIENCE }, async ({ expect }) => {
    const { path } = await obtainTool(K6, ownSurroundings(), () => {}, 'extended');
    const lines = ['typescript', 'native'] as const;
    const [typescript, native] = await Promise.all(lines.map((line) => runOn(line, path, rehearsed)));
    expectSame(expect, typescript!, native!, compared);
  });
}
