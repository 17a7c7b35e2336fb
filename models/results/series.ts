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
  /** One per journey that was used, in the order of the story. */
  readonly latency: readonly JourneyLatency[];
  readonly heat: readonly HeatMap[];
  readonly percentiles: readonly PercentilePlot[];
  readonly errors: ErrorSeries;
  readonly announced: AnnouncedSample;
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
  readonly peak: { readonly at: number; readonly waiting: number } | null;
}

export interface JourneyLatency {
  readonly journey: string;
  /** The step nearest to (or furthest over) its p95 budget first: the one to draw when there is room for one. */
  readonly steps: readonly StepLatency[];
}

/** Response times of `ok` and `timeout` in milliseconds; all three lines share `x`, the beginning of each bin. */
export interface StepLatency {
  readonly step: string;
  readonly title: string;
  readonly binSeconds: number;
  readonly samples: number;
  readonly p50: Line;
  readonly p95: Line;
  readonly p99: Line;
  readonly budget: { readonly p50: number; readonly p95: number; readonly p99: number } | null;
  /** Stretches in which p95 was over its budget. */
  readonly breaches: readonly { readonly from: number; readonly to: number }[];
  readonly breachSeconds: number;
}

/** Counts of response times: `counts[column][row]`, column = time bin, row = latency between `edges[row]` and `edges[row + 1]` ms. */
export interface HeatMap {
  readonly journey: string;
  readonly binSeconds: number;
  /** Beginning of each column. */
  readonly times: readonly number[];
  readonly edges: readonly number[];
  readonly counts: readonly (readonly number[])[];
  /** p95 budget of the step that `JourneyLatency` lists first. */
  readonly budget: { readonly step: string; readonly p95: number } | null;
}

export interface PercentilePoint {
  /** 0 to 1. */
  readonly quantile: number;
  /** 1 / (1 − quantile): the axis. */
  readonly oneIn: number;
  readonly ms: number;
}

/** Judged phases, outcomes `ok` and `timeout`; up to the largest percentile with ten samples beyond it. */
export interface PercentilePlot {
  readonly journey: string;
  readonly samples: number;
  readonly service: readonly PercentilePoint[];
  readonly response: readonly PercentilePoint[];
}

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
