import type { HeadLine } from '../../workload/log/measurement-log.ts';
import type { Admission, FoldedRun, JournalEntry, SampleSeries, StatusSeries, VuRecord } from '../folded-run.ts';
import { attemptsPerSecond } from '../judged-samples.ts';
import { byOwner, type FoldState } from './fold-state.ts';
import { isKnown, namedSeries } from './named-series.ts';
import { addUsers, NOBODY } from './user-timeline.ts';

const MOST_EXAMPLES = 10;
const NO_HEAD = 'measurement log: the head line is missing, so steps and phases have no names';
const FOREIGN_HEAD = 'measurement log: head lines must agree, got different ones: lines of two runs were mixed';
const FOREIGN_INDEX = 'measurement log: must name steps, outcomes, phases and lanes of the head line, got an index beyond its lists';

/** The state as a run: names in place of indices, totals, and what is missing. */
export function foldedRun(state: FoldState): FoldedRun {
  const head = state.heads.chosen();
  const seconds = state.lastSecond + 1;
  const named = namedSeries(state, head);
  const admissions = head === null ? [] : namedAdmissions(state, head);
  return {
    head,
    seconds,
    scheduled: state.scheduled.values(seconds),
    started: state.started.values(seconds),
    joined: joinedPerSecond(named.samples, seconds),
    admitted: state.admitted.values(seconds),
    ...people(state, seconds),
    attempts: attemptsPerSecond(named.samples, seconds),
    errorsByOwner: byOwner((owner) => state.errorsByOwner[owner].values(seconds)),
    statuses: statuses(state, seconds),
    connections: { opened: state.opened, tlsHandshakes: state.tlsHandshakes },
    redirects: state.redirects,
    lostPlaces: state.lostPlaces,
    abandoned: state.abandoned,
    startLag: state.startLag.read(),
    loopLag: state.loopLag.read(),
    ...named,
    admissions,
    errors: state.causes.list(head === null ? [] : [...head.steps, ...head.journeys]),
    journal: journal(state),
    ...presence(state),
    lines: state.lines,
    problems: problems(state, head),
  };
}

function namedAdmissions(state: FoldState, head: HeadLine): Admission[] {
  const known = state.admissions.filter(([lane]) => lane < head.lanes.length);
  known.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4]);
  return known.map(([lane, ticket, joined, admitted, announced]) => ({ lane: head.lanes[lane]!, ticket, joined, admitted, announced }));
}

/** A ticket is drawn by an expected answer to `queue-join`. */
function joinedPerSecond(samples: readonly SampleSeries[], seconds: number): Float64Array {
  return attemptsPerSecond(
    samples.filter(({ step, outcome }) => step === 'queue-join' && outcome === 'ok'),
    seconds,
  );
}

function statuses(state: FoldState, seconds: number): StatusSeries[] {
  return [...state.statuses]
    .map(([status, column]) => {
      const perSecond = column.values(seconds);
      return { status, count: perSecond.reduce((sum, count) => sum + count, 0), perSecond };
    })
    .sort((a, b) => b.count - a.count || a.status - b.status);
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

function journal(state: FoldState): JournalEntry[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return state.journal
    .map(([key, amount, status, receipt]) => ({ key, amount, status, receipt }))
    .sort((a, b) => order(a.key, b.key) || a.amount - b.amount || order(a.status, b.status) || order(a.receipt, b.receipt));
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
