import type { Blast, DoneFault, FaultEffect, FaultsSummary } from '../../results/faults.ts';
import { type PlannedFault, type RecoveryLimit, USUAL_RECOVERY } from '../../workload/surge/fault.ts';
import type { RunConfiguration } from '../../workload/surge/run-configuration.ts';
import type { FoldedRun, Series } from '../folded-run.ts';
import { isUnfinished } from '../judged-samples.ts';
import { quantilePacked, sumPacked } from '../packed-cells.ts';
import { type StartCounts, startCounts } from '../stretches/start-counts.ts';
import { answersOf, detectedAt, isGood } from './detected-at.ts';
import { recoveredAt } from './recovered-at.ts';

type Run = Pick<FoldedRun, 'samples' | 'journeys' | 'seconds'>;

/** Requests by the second in which they should have started; beyond: those that failed. */
const countsOf = (series: readonly Series[], seconds: number): StartCounts =>
  startCounts(
    series.filter(({ clock, outcome }) => clock === 1 && !isUnfinished(outcome)),
    seconds,
    ({ outcome }) => (isGood(outcome) ? Number.POSITIVE_INFINITY : 0),
  );

function between({ requests, beyond }: StartCounts, from: number, to: number): Pick<Blast, 'attempts' | 'failed'> {
  const sum = (values: Float64Array): number => values.subarray(Math.floor(from), Math.ceil(to)).reduce((a, b) => a + b, 0);
  return { attempts: sum(requests), failed: sum(beyond) };
}

/** People by the second in which they left. */
function leaversOf(series: readonly Series[], seconds: number): StartCounts {
  const { all, failed } = answersOf(series, seconds);
  return { requests: all, beyond: failed };
}

/**
 * What the faults of a run did, from what clients saw: the blast of each by step and journey, when it could be told, and the recovery after
 * the last one. Null for a run without faults.
 *
 * @param done what was really done, in the order of the plan; null when nobody noted it
 */
export function faultEffects(
  folded: Run,
  { surge, profile }: Pick<RunConfiguration, 'surge' | 'profile'>,
  done: readonly DoneFault[] | null,
): FaultsSummary | null {
  const { faults = [], recovery = USUAL_RECOVERY } = profile;
  if (faults.length === 0) return null;
  const own = surge.steps.filter(({ room }) => !room);
  const samples = folded.samples.filter(({ step }) => own.some(({ name }) => name === step));
  const answers = answersOf(samples, folded.seconds);
  const steps = own.map(({ name, title }) => {
    const counts = countsOf(
      samples.filter(({ step }) => step === name),
      folded.seconds,
    );
    return { name, title, counts };
  });
  const journeys = surge.journeys.map(({ name, title }) => {
    const counts = leaversOf(
      folded.journeys.filter(({ journey }) => journey === name),
      folded.seconds,
    );
    return { name, title, counts };
  });
  const effectOf = (fault: PlannedFault, i: number): FaultEffect => {
    const { from, to, wasDone, problem } = timesOf(fault, done?.[i]);
    const seen = wasDone ? detectedAt(answers, from, Math.min(to, folded.seconds)) : null;
    const blasts = (counted: typeof steps): Blast[] =>
      counted.map(({ name, title, counts }) => ({ name, title, ...between(counts, from, to) }));
    return {
      ...{ title: fault.title, from, to, originalSeconds: to - from + fault.cutSeconds, wasDone, problem },
      failureP95: failureP95(samples, from, to),
      detectedAfter: seen === null ? null : Math.max(0, seen - from),
      steps: blasts(steps),
      journeys: blasts(journeys),
    };
  };
  const effects = faults.map(effectOf);
  const all = countsOf(samples, folded.seconds);
  return { effects, ...recoveryOf(all, effects, faults, recovery, profile.arrivalSeconds) };
}

/** Failures by the second in which they came. */
function failureP95(series: readonly Series[], from: number, to: number): number | null {
  const cells = series
    .filter(({ clock, outcome }) => clock === 1 && !isUnfinished(outcome) && !isGood(outcome))
    .flatMap(({ seconds }) =>
      [...seconds].filter(([second]) => second >= Math.floor(from) && second < Math.ceil(to)).map(([, packed]) => packed),
    );
  return cells.length === 0 ? null : quantilePacked(sumPacked(cells), 0.95);
}

function timesOf(fault: PlannedFault, done: DoneFault | undefined): Pick<FaultEffect, 'from' | 'to' | 'wasDone' | 'problem'> {
  if (done === undefined) return { from: fault.from, to: fault.to, wasDone: false, problem: 'Nobody noted what was done.' };
  const { began, ended, problem } = done;
  return { from: began ?? fault.from, to: ended ?? fault.to, wasDone: began !== null, problem };
}

function recoveryOf(
  all: StartCounts,
  effects: readonly FaultEffect[],
  faults: readonly PlannedFault[],
  { success, stableSeconds }: Pick<RecoveryLimit, 'success' | 'stableSeconds'>,
  until: number,
): Omit<FaultsSummary, 'effects'> {
  const last = Math.max(...effects.map(({ to }) => to));
  const at = effects.every(({ wasDone }) => wasDone) ? recoveredAt(all, last, until, { success, stableSeconds }) : null;
  const told = effects.flatMap(({ from, detectedAfter }) => (detectedAfter === null ? [] : [from + detectedAfter]));
  const cut = faults.reduce((sum, { cutSeconds }) => sum + cutSeconds, 0);
  return {
    recoveredAfter: at === null ? null : Math.max(0, at - last),
    success,
    stableSeconds,
    requestsAfter: between(all, last, until).attempts,
    disruptedSeconds: at === null || told.length === 0 ? null : Math.max(0, at - Math.min(...told)) + cut,
  };
}
