import type { HeadLine } from '../../workload/log/measurement-log.ts';
import type { FoldedRun } from '../folded-run.ts';
import type { LineProblem } from '../lines/parse-line.ts';
import type { FoldState } from './fold-state.ts';
import type { Irregularity } from './line-numbers.ts';
import { isKnown } from './named-series.ts';

const MOST_EXAMPLES = 10;
const NO_HEAD = 'measurement log: the head line is missing, so steps and phases have no names';
const FOREIGN_HEAD = 'measurement log: head lines must agree, got different ones: lines of two runs were mixed';
const FOREIGN_INDEX = 'measurement log: must name steps, outcomes, phases and lanes of the head line, got an index beyond its lists';

/** Everything that is wrong with the log as such, with up to ten sentences. */
export function logProblems(state: FoldState, head: HeadLine | null): FoldedRun['problems'] {
  const irregular = state.numbers.irregularities(state.heads.run());
  const mixed = mixedUp(state, head);
  const lines = (missing: boolean): number =>
    irregular.filter(({ kind }) => (kind === 'missing') === missing).reduce((sum, one) => sum + one.lines, 0);
  // A line that cannot be read is missing among the numbers, too.
  const count = Math.max(state.problems, lines(true)) + lines(false) + mixed.count;
  const torn = state.unreadable.filter((line) => line.torn && isLast(line, state)).length;
  const unreadable = [...new Set(state.unreadable.map(problemSentence))].sort();
  const others = irregular.filter((one) => !state.unreadable.some((line) => explains(line, one))).map(({ sentence }) => sentence);
  const examples = [...mixed.sentences, ...others.slice(0, MOST_EXAMPLES / 2), ...unreadable];
  return { count, cutAtTheEnd: Math.min(torn, state.vus.size), examples: examples.slice(0, MOST_EXAMPLES) };
}

/** What is wrong with a line, and whose it was, as far as it can be read. */
function problemSentence({ problem, vu, second }: LineProblem): string {
  const place = [vu === null ? [] : [`VU ${vu}`], second === null ? [] : [`second ${second}`]].flat().join(', ');
  return place === '' ? problem : `${place}: ${problem.replace(/^measurement line: /, '')}`;
}

/** Whether a line that cannot be read is the one that is missing. */
function explains(line: LineProblem, { kind, vu, from, to, lines }: Irregularity): boolean {
  const second = line.second ?? -1;
  return kind === 'missing' && lines === 1 && line.vu === vu && second >= from && second <= to;
}

/** Heads and indices that do not belong together. */
function mixedUp(state: FoldState, head: HeadLine | null): { readonly count: number; readonly sentences: readonly string[] } {
  if (head === null) return state.lines > 0 ? { count: 1, sentences: [NO_HEAD] } : { count: 0, sentences: [] };
  const heads = state.heads.strangers();
  const series = state.samples.series().filter(({ key }) => !isKnown(key, head)).length;
  const lanes = [...state.admissions, ...state.unadmitted].filter(([lane]) => lane >= head.lanes.length).length;
  const steps = [...state.journal.map(([step]) => step), ...state.doubleTaps.keys()].filter((step) => step >= head.steps.length).length;
  const indices = series + lanes + steps;
  const sentences = [...(heads > 0 ? [FOREIGN_HEAD] : []), ...(indices > 0 ? [FOREIGN_INDEX] : [])];
  return { count: heads + indices, sentences };
}

/** Whether nothing of its VU came after a torn line, so that a kill explains it. */
function isLast({ vu, second }: LineProblem, { vus }: FoldState): boolean {
  const timeline = vu === null ? undefined : vus.get(vu);
  if (timeline === undefined) return true;
  return !timeline.hasEnded() && (second === null || second >= timeline.lastSecond());
}
