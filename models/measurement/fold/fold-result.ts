import type { HeadLine } from '../../workload/log/measurement-log.ts';
import type { Owner } from '../../workload/log/outcome.ts';
import type { Admission, FoldedRun, JournalEntry, SampleSeries, VuRecord } from '../folded-run.ts';
import { countPacked } from '../packed-cells.ts';
import type { FoldState } from './fold-state.ts';
import type { SeriesKey } from './sample-store.ts';
import { addUsers, NOBODY } from './user-timeline.ts';

const MOST_EXAMPLES = 10;
const NO_HEAD = 'measurement log: the head line is missing, so steps and phases have no names';
const FOREIGN_HEAD = 'measurement log: head lines must agree, got different ones: lines of two runs were mixed';
const FOREIGN_INDEX = 'measurement log: must name steps, outcomes, phases and lanes of the head line, got an index beyond its lists';

/** The state as a run: names in place of indices, totals, and what is missing. */
export function foldedRun(state: FoldState): FoldedRun {
  const head = state.heads.chosen();
  const seconds = state.lastSecond + 1;
  const samples = head === null ? [] : namedSamples(state, head);
  const admissions = head === null ? [] : namedAdmissions(state, head);
  return {
    head,
    seconds,
    scheduled: state.scheduled.values(seconds),
    started: state.started.values(seconds),
    joined: joinedPerSecond(samples, seconds),
    admitted: state.admitted.values(seconds),
    ...people(state, seconds),
    errorsByOwner: errorsByOwner(state, seconds),
    lostPlaces: state.lostPlaces,
    abandoned: state.abandoned,
    startLag: state.startLag.read(),
    loopLag: state.loopLag.read(),
    samples,
    admissions,
    errors: state.causes.list(head?.steps ?? []),
    journal: journal(state),
    ...presence(state),
    lines: state.lines,
    problems: problems(state, head),
  };
}

function namedSamples(state: FoldState, head: HeadLine): SampleSeries[] {
  return state.samples.series().flatMap(({ key, seconds }) => {
    if (!isKnown(key, head)) return [];
    const phase = head.phases[key.phase]!;
    let count = 0;
    for (const cells of seconds.values()) count += countPacked(cells);
    const names = { step: head.steps[key.step]!, outcome: head.outcomes[key.outcome]!, phase: phase.name, judged: phase.judged };
    return [{ ...names, clock: key.clock, count, seconds }];
  });
}

const isKnown = ({ step, outcome, phase }: SeriesKey, head: HeadLine): boolean =>
  step < head.steps.length && outcome < head.outcomes.length && phase < head.phases.length;

function namedAdmissions(state: FoldState, head: HeadLine): Admission[] {
  const known = state.admissions.filter(([lane]) => lane < head.lanes.length);
  known.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4]);
  return known.map(([lane, ticket, joined, admitted, announced]) => ({ lane: head.lanes[lane]!, ticket, joined, admitted, announced }));
}

/** A ticket is drawn by an expected answer to `queue-join`. */
function joinedPerSecond(samples: readonly SampleSeries[], seconds: number): Float64Array {
  const joined = new Float64Array(seconds);
  for (const series of samples) {
    if (series.step !== 'queue-join' || series.outcome !== 'ok' || series.clock !== 1) continue;
    for (const [second, cells] of series.seconds) joined[second] = joined[second]! + countPacked(cells);
  }
  return joined;
}

function people(state: FoldState, seconds: number): Pick<FoldedRun, 'inLine' | 'active' | 'users'> {
  const inLine = new Float64Array(seconds);
  const active = new Float64Array(seconds);
  let users = NOBODY;
  for (const timeline of state.vus.values()) {
    timeline.addTo(inLine, active);
    users = addUsers(users, timeline.last());
  }
  return { inLine, active, users };
}

function errorsByOwner(state: FoldState, seconds: number): Record<Owner, Float64Array> {
  const { user, system } = state.errorsByOwner;
  return {
    user: user.values(seconds),
    'client environment': state.errorsByOwner['client environment'].values(seconds),
    system: system.values(seconds),
    'third party': state.errorsByOwner['third party'].values(seconds),
  };
}

function journal(state: FoldState): JournalEntry[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return state.journal
    .map(([key, amount, told, receipt]) => ({ key, amount, told, receipt }))
    .sort((a, b) => order(a.key, b.key) || a.amount - b.amount || order(a.told, b.told) || order(a.receipt, b.receipt));
}

function presence(state: FoldState): Pick<FoldedRun, 'vus' | 'silentSeconds' | 'ended'> {
  const timelines = [...state.vus].sort(([a], [b]) => a - b);
  const vus = timelines.map(([vu, timeline]): VuRecord => timeline.record(vu, state.lastSecond));
  const silent = new Set(timelines.flatMap(([, timeline]) => timeline.silent(state.lastSecond)));
  const cut = vus.length === 0 || vus.some(({ ended }) => ended === 'cut');
  const stopped = vus.some(({ ended }) => ended === 'stopped');
  return { vus, silentSeconds: silent.size, ended: cut ? 'cut' : stopped ? 'stopped' : 'complete' };
}

function problems(state: FoldState, head: HeadLine | null): FoldedRun['problems'] {
  const kinds = new Set(state.problemKinds);
  const foreignHeads = state.heads.strangers();
  const foreignSeries = head === null ? 0 : state.samples.series().filter(({ key }) => !isKnown(key, head)).length;
  const foreignLanes = head === null ? 0 : state.admissions.filter(([lane]) => lane >= head.lanes.length).length;
  const headless = head === null && state.lines > 0 ? 1 : 0;
  if (headless > 0) kinds.add(NO_HEAD);
  if (foreignHeads > 0) kinds.add(FOREIGN_HEAD);
  if (foreignSeries + foreignLanes > 0) kinds.add(FOREIGN_INDEX);
  const count = state.problems + foreignHeads + foreignSeries + foreignLanes + headless;
  return { count, examples: [...kinds].sort().slice(0, MOST_EXAMPLES) };
}
