import { type JournalEntry, keyPrefix, unpackJournal } from '../../workload/log/journal.ts';
import type { HeadLine } from '../../workload/log/measurement-log.ts';
import { namedAdmissions, namedUnadmitted } from '../admissions/admissions.ts';
import type { DoubleTaps, FoldedRun, SampleSeries, StatusSeries, VuRecord } from '../folded-run.ts';
import { attemptsPerSecond } from '../judged-samples.ts';
import { disagreements } from '../sums.ts';
import { byOwner, type FoldState } from './fold-state.ts';
import { logProblems } from './line-problems.ts';
import { namedSeries } from './named-series.ts';
import { addUsers, NOBODY } from './user-timeline.ts';

/** The state as a run: names in place of indices, totals, and what is missing. */
export function foldedRun(state: FoldState): FoldedRun {
  const folded = allBut(state);
  const whole = folded.problems.count === 0 && folded.ended !== 'cut';
  return { ...folded, disagreements: whole ? disagreements(folded) : [] };
}

function allBut(state: FoldState): Omit<FoldedRun, 'disagreements'> {
  const head = state.heads.chosen();
  const seconds = state.lastSecond + 1;
  const named = namedSeries(state, head);
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
    admissions: head === null ? [] : namedAdmissions(state.admissions, head),
    unadmitted: head === null ? [] : namedUnadmitted(state.unadmitted, head),
    errors: state.causes.list(head === null ? [] : [...head.steps, ...head.journeys]),
    journal: journal(state, head),
    doubleTaps: doubleTaps(state, head),
    ...presence(state),
    booked: booked(state),
    lines: state.lines,
    problems: logProblems(state, head),
  };
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

function people(state: FoldState, seconds: number): Pick<FoldedRun, 'inLine' | 'active' | 'users' | 'thinking'> {
  const inLine = new Float64Array(seconds);
  const active = new Float64Array(seconds);
  let users = NOBODY;
  let thinking = 0;
  for (const timeline of state.vus.values()) {
    timeline.addTo(inLine, active);
    users = addUsers(users, timeline.last());
    thinking += timeline.thinking();
  }
  return { inLine, active, users, thinking };
}

function journal({ journal: groups }: FoldState, head: HeadLine | null): JournalEntry[] {
  if (head === null) return [];
  const prefix = keyPrefix(head.startedAt);
  const named = groups.filter(([step]) => step < head.steps.length).flatMap((group) => unpackJournal(group, head.steps, prefix));
  const text = new Map(named.map((entry) => [entry, JSON.stringify(entry)]));
  return named.sort((a, b) => a.person - b.person || order(a.key, b.key) || order(text.get(a)!, text.get(b)!));
}

/** Of all VUs together; null where one of them did not say. */
function booked({ vus }: FoldState): FoldedRun['booked'] {
  let sum = { requests: 0, admissions: 0, unadmitted: 0, journal: 0 };
  for (const timeline of vus.values()) {
    const own = timeline.booked();
    if (own === null) return null;
    sum = {
      requests: sum.requests + own.requests,
      admissions: sum.admissions + own.admissions,
      unadmitted: sum.unadmitted + own.unadmitted,
      journal: sum.journal + own.journal,
    };
  }
  return sum;
}

function doubleTaps(state: FoldState, head: HeadLine | null): DoubleTaps[] {
  return (head?.steps ?? []).flatMap((step, index) => {
    const taps = state.doubleTaps.get(index);
    return taps === undefined ? [] : [{ step, compared: taps[0], different: taps[1], broken: taps[2] }];
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function presence(state: FoldState): Pick<FoldedRun, 'vus' | 'silentSeconds' | 'ended'> {
  const timelines = [...state.vus].sort(([a], [b]) => a - b);
  const vus = timelines.map(([vu, timeline]): VuRecord => timeline.record(vu, state.lastSecond));
  const silent = new Set(timelines.flatMap(([, timeline]) => timeline.silent(state.lastSecond)));
  const cut = vus.length === 0 || vus.some(({ ended }) => ended === 'cut');
  const stopped = vus.some(({ ended }) => ended === 'stopped');
  return { vus, silentSeconds: silent.size, ended: cut ? 'cut' : stopped ? 'stopped' : 'complete' };
}
