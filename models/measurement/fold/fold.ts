import type { EndLine, HeadLine, Seal, SealedLine, SecondLine } from '../../workload/log/measurement-log.ts';
import type { FoldedRun, LiveView } from '../folded-run.ts';
import { isLineProblem, type LineProblem } from '../lines/parse-line.ts';
import { foldedRun } from './fold-result.ts';
import { type FoldState, foldState, statusColumn, timelineOf } from './fold-state.ts';
import { liveView } from './live-view.ts';

/** A measurement log being read. */
export interface Fold {
  /** Takes the next line, or the problem that the parser found in its place. */
  add(line: SealedLine | LineProblem): void;
  /** The last `seconds` seconds, cheap enough to be asked for twice a second. */
  latest(seconds?: number): LiveView;
  /** Everything so far. More lines may follow. */
  result(): FoldedRun;
}

/** Unreadable lines that are kept for the sentences about them. */
const MOST_UNREADABLE = 1_000;

/**
 * Merges the lines of many VUs, processes and pods into one run. Only whole counts are added up, so the result is exact and the
 * same for every order and every split of the lines. Memory grows with the length of the run, not with the number of VUs.
 */
export function createFold(): Fold {
  const state = foldState();
  return {
    add(line) {
      if (isLineProblem(line)) return addProblem(state, line);
      state.lines++;
      state.numbers.add(line);
      if (line.surgeproof === 'second') addSecond(state, line);
      else if (line.surgeproof === 'head') addHead(state, line);
      else addEnd(state, line);
    },
    latest: (seconds = 10) => liveView(state, seconds),
    result: () => foldedRun(state),
  };
}

function addProblem(state: FoldState, line: LineProblem): void {
  state.problems++;
  if (state.unreadable.length < MOST_UNREADABLE) state.unreadable.push(line);
}

function addHead(state: FoldState, head: HeadLine & Seal): void {
  state.heads.add(head);
  timelineOf(state, head.vu);
}

/** An end line names the moment a VU ended; the run's length is that of its measurements. */
function addEnd(state: FoldState, line: EndLine): void {
  timelineOf(state, line.vu).end(line);
}

function addSecond(state: FoldState, line: SecondLine): void {
  const { second } = line;
  state.lastSecond = Math.max(state.lastSecond, second);
  timelineOf(state, line.vu).put(second, line.users);
  state.scheduled.add(second, line.scheduled);
  state.started.add(second, line.started);
  if (line.startLag) state.startLag.add(line.startLag);
  if (line.loopLag) state.loopLag.add(line.loopLag);
  for (const [subject, outcome, phase, clock, cells] of line.samples) state.samples.add({ subject, outcome, phase, clock }, second, cells);
  for (const admission of line.admissions ?? []) {
    state.admissions.push(admission);
    state.admitted.add(Math.floor(admittedAt(admission) / 1_000), 1);
  }
  for (const [step, cause, owner, count] of line.errors ?? []) {
    state.causes.add(step, cause, owner, count);
    state.errorsByOwner[owner as keyof FoldState['errorsByOwner']].add(second, count);
  }
  for (const leaver of line.unadmitted ?? []) state.unadmitted.push(leaver);
  for (const group of line.journal ?? []) state.journal.push(group);
  for (const [step, compared, different, broken = 0] of line.doubleTaps ?? []) {
    const before = state.doubleTaps.get(step) ?? [0, 0, 0];
    state.doubleTaps.set(step, [before[0] + compared, before[1] + different, before[2] + broken]);
  }
  addConnections(state, line);
  state.lostPlaces += line.lostPlaces ?? 0;
  state.abandoned += line.abandoned ?? 0;
}

/** When somebody was let in, for rates: the word of the room within its bounds, its clock taken as that of the load generator. */
function admittedAt([, , , told, , gap, since]: FoldState['admissions'][number]): number {
  return Math.max(0, told - Math.min(gap, Math.max(0, since ?? 0)));
}

function addConnections(state: FoldState, { second, statuses = [], connections = [0, 0], redirects = 0 }: SecondLine): void {
  for (const [status, count] of statuses) statusColumn(state, status).add(second, count);
  state.opened += connections[0];
  state.tlsHandshakes += connections[1];
  state.redirects += redirects;
}
