import type { LatencySummary } from './run.ts';

/**
 * Everything the charts draw, as plain data: at most 1,000 points a line, times in seconds since the start of the run.
 * Long lines are thinned by keeping the lowest and the highest value of each stretch, so that spikes survive.
 */
export interface ReportSeries {
  /** Unix time in milliseconds of second 0. */
  readonly startedAt: number;
  readonly durationSeconds: number;
  readonly phases: readonly PhaseSpan[];
  readonly surge: SurgeSeries;
  /** Every step that was attempted, in the order of the surge. */
  readonly steps: readonly StepSeries[];
  /** Of the steps nearest to their limits, the nearest first; of the most frequent ones where nothing is limited. */
  readonly heat: readonly HeatMap[];
  readonly percentiles: readonly PercentilePlot[];
  readonly statuses: StatusSeries;
  readonly errors: ErrorSeries;
  /** null without a waiting room. */
  readonly announced: AnnouncedSample | null;
  readonly fairness: readonly LaneFairness[];
}

export interface PhaseSpan {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly judged: boolean;
}

/** `y` belongs to the time in `x` at the same index; null where nothing was measured. */
export interface Line {
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
}

/** Rates per second, people as counts at the end of the second. */
export interface SurgeSeries {
  readonly scheduled: Line;
  readonly started: Line;
  readonly joined: Line;
  readonly admitted: Line;
  readonly waiting: Line;
  readonly active: Line;
  /** Most people in the queue at once; null when no one waited, and without a waiting room. */
  readonly peak: { readonly at: number; readonly waiting: number } | null;
  /** Most active people at once; null when no one was. */
  readonly mostActive: { readonly at: number; readonly people: number } | null;
}

/** Requests and response times of a step over time; all lines share `x`, the beginning of each bin. */
export interface StepSeries {
  readonly step: string;
  readonly title: string;
  readonly binSeconds: number;
  readonly attempts: number;
  /** Attempts per second, mean over the bin. */
  readonly requests: Line;
  /**
   * What was timed: answers as expected and time-outs (`expected`), or, where there was no such answer at all, refusals and failures
   * (`refused`): how fast a service refuses says nothing of its speed, and still it is what was measured.
   */
  readonly basis: 'expected' | 'refused';
  /** Over the whole run, milliseconds. */
  readonly overall: LatencySummary;
  readonly p50: Line;
  readonly p95: Line;
  readonly p99: Line;
  readonly limits: { readonly p50: number | null; readonly p95: number | null; readonly p99: number | null } | null;
  /** Judged seconds with enough samples, and those among them in which p95 was over its limit; null without a limit on p95. */
  readonly over: OverLimit | null;
}

export interface OverLimit {
  readonly seconds: number;
  readonly judgedSeconds: number;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Counts of response times: `counts[column][row]`, column = time bin, row = latency between `edges[row]` and `edges[row + 1]` ms. */
export interface HeatMap {
  readonly step: string;
  readonly title: string;
  readonly binSeconds: number;
  /** Beginning of each column. */
  readonly times: readonly number[];
  readonly edges: readonly number[];
  readonly counts: readonly (readonly number[])[];
  /** Limit on p95, milliseconds; null without one. */
  readonly limit: number | null;
}

export interface PercentilePoint {
  /** 0 to 1. */
  readonly quantile: number;
  /** 1 / (1 − quantile): the axis. */
  readonly oneIn: number;
  readonly ms: number;
}

/** Judged phases, answers as timed; up to the largest percentile with ten samples beyond it. */
export interface PercentilePlot {
  readonly step: string;
  readonly title: string;
  readonly samples: number;
  readonly service: readonly PercentilePoint[];
  readonly response: readonly PercentilePoint[];
}

/** Answers per second by class of status, and requests without an answer; over shared bins, classes that occurred. */
export interface StatusSeries {
  readonly binSeconds: number;
  readonly classes: readonly { readonly name: StatusClass; readonly total: number; readonly line: Line }[];
}

export const STATUS_CLASSES = ['2xx', '3xx', '4xx', '5xx', 'no answer'] as const;
export type StatusClass = (typeof STATUS_CLASSES)[number];

/** Failed requests per second, stacked by owner over shared bins. */
export interface ErrorSeries {
  readonly binSeconds: number;
  readonly total: number;
  readonly owners: readonly { readonly owner: string; readonly total: number; readonly line: Line }[];
}

/** A sample of at most 1,000 people: the wait announced at joining against the real one, in seconds. */
export interface AnnouncedSample {
  readonly points: readonly { readonly lane: string; readonly announced: number; readonly real: number }[];
  /** Everybody the share below was computed over. */
  readonly people: number;
  /** Share of people whose wait was announced within the tolerance; null without people. */
  readonly within: number | null;
  /** Relative error allowed. */
  readonly tolerance: number;
}

/** Ticket order against admission order; ranks from 1, at most 1,000 points. */
export interface LaneFairness {
  readonly lane: string;
  readonly admitted: number;
  /** People let in after somebody who joined later. */
  readonly overtaken: number;
  readonly kendallTau: number | null;
  readonly points: readonly { readonly ticketRank: number; readonly admissionRank: number }[];
}
