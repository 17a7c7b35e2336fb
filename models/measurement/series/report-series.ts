import type { AnnouncedSample, ErrorSeries, LaneFairness, PhaseSpan, ReportSeries, SurgeSeries } from '../../results/series.ts';
import { OWNERS } from '../../workload/log/outcome.ts';
import type { QueueLimits } from '../../workload/surge/budget.ts';
import type { RunConfiguration } from '../../workload/surge/run-configuration.ts';
import type { FoldedRun } from '../folded-run.ts';
import { announcedAccuracy, announcedPeople } from '../summary/announced-wait.ts';
import { laneOrders } from '../summary/lane-fairness.ts';
import { binMeans, binStarts, binWidth } from './bins.ts';
import { heatMaps } from './heat-map.ts';
import { nearestSteps } from './nearest-steps.ts';
import { percentilePlots } from './percentile-plot.ts';
import { statusSeries } from './status-series.ts';
import { stepSeries } from './step-series.ts';
import { evenSample, thinLine } from './thin-line.ts';

const MOST_ERROR_BINS = 200;

/** The data of all charts of a run. `startedAt` (Unix ms) is used when the log has no head line. */
export function reportSeries(
  folded: FoldedRun,
  configuration: Pick<RunConfiguration, 'surge' | 'budgets' | 'queue'>,
  startedAt = 0,
): ReportSeries {
  const steps = stepSeries(folded, configuration);
  const nearest = nearestSteps(steps);
  const { queue } = configuration;
  return {
    startedAt: folded.head?.startedAt ?? startedAt,
    durationSeconds: folded.seconds,
    phases: phaseSpans(folded),
    surge: surge(folded, queue !== null),
    steps,
    heat: heatMaps(folded, nearest),
    percentiles: percentilePlots(folded, nearest),
    statuses: statusSeries(folded),
    errors: errors(folded),
    announced: queue === null ? null : announced(folded, queue),
    fairness: queue === null ? [] : fairness(folded),
  };
}

/** Phases that the run reached; one lasts until the next begins. */
function phaseSpans({ head, seconds }: FoldedRun): PhaseSpan[] {
  const phases = head?.phases ?? [];
  return phases
    .map(({ name, from, judged }, i) => ({ name, from, to: Math.min(seconds, phases[i + 1]?.from ?? seconds), judged }))
    .filter(({ from, to }) => from < to);
}

function surge(folded: FoldedRun, hasRoom: boolean): SurgeSeries {
  const [waiting, active] = [hasRoom ? mostOf(folded.inLine) : null, mostOf(folded.active)];
  return {
    scheduled: thinLine(folded.scheduled),
    started: thinLine(folded.started),
    joined: thinLine(folded.joined),
    admitted: thinLine(folded.admitted),
    waiting: thinLine(folded.inLine),
    active: thinLine(folded.active),
    peak: waiting && { at: waiting.at, waiting: waiting.people },
    mostActive: active,
  };
}

function mostOf(people: Float64Array): { at: number; people: number } | null {
  const most = people.reduce((high, count) => Math.max(high, count), 0);
  return most === 0 ? null : { at: people.indexOf(most), people: most };
}

function errors(folded: FoldedRun): ErrorSeries {
  const width = binWidth(folded.seconds, MOST_ERROR_BINS);
  const x = binStarts(folded.seconds, width);
  const owners = OWNERS.map((owner) => {
    const values = folded.errorsByOwner[owner];
    return { owner, total: values.reduce((sum, count) => sum + count, 0), line: { x, y: binMeans(values, width) } };
  });
  return { binSeconds: width, total: owners.reduce((sum, { total }) => sum + total, 0), owners };
}

function announced(folded: FoldedRun, limits: QueueLimits): AnnouncedSample {
  const people = announcedPeople(folded.admissions, limits.announcedGraceSeconds);
  const accuracy = announcedAccuracy(folded, limits);
  const points = evenSample(people).map((person) => ({
    lane: person.lane,
    announced: person.announced / 1_000,
    real: (person.admitted - person.joined) / 1_000,
  }));
  return { points, people: accuracy.people, within: accuracy.within, tolerance: limits.maxAnnouncedError };
}

function fairness(folded: FoldedRun): LaneFairness[] {
  return laneOrders(folded).map(({ lane, people, overtaken, never, kendallTau }) => {
    const order = people.map((_, index) => index).sort((a, b) => people[a]!.admitted - people[b]!.admitted || a - b);
    const points = order.map((index, rank) => ({ ticketRank: index + 1, admissionRank: rank + 1 }));
    points.sort((a, b) => a.ticketRank - b.ticketRank);
    return { lane, admitted: people.length + never, overtaken, kendallTau, points: evenSample(points) };
  });
}
