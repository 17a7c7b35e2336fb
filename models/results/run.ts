import type { UserCounts } from '../workload/log/measurement-log.ts';
import type { FaultsSummary } from './faults.ts';
import type { RehearsedForecast } from './rehearsed-forecast.ts';

/** Milliseconds; null where there are too few samples for the percentile to exist. */
export interface LatencySummary {
  readonly count: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly p999: number | null;
  readonly max: number | null;
}

export interface StepSummary {
  readonly step: string;
  readonly title: string;
  /** Made by the engine in front of the journeys. */
  readonly room: boolean;
  /** Without those that the end of the run left without an answer; `outcomes` has them as `unfinished`. */
  readonly attempts: number;
  /** Attempts per second, mean over the seconds from the first to the last attempt. */
  readonly rate: number | null;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly service: LatencySummary;
  readonly response: LatencySummary;
  /** The step split by the declared values of its tags; empty without tags. */
  readonly variants: readonly {
    readonly tag: string;
    readonly value: string;
    readonly attempts: number;
    readonly outcomes: Readonly<Record<string, number>>;
    readonly response: LatencySummary;
  }[];
}

/** One kind of person, from arriving to the end. */
export interface JourneySummary {
  readonly journey: string;
  readonly title: string;
  /** People who left: finished, gave up or failed. Those still inside are in `users`. */
  readonly people: number;
  readonly finished: number;
  /** Since arriving, of those who finished. */
  readonly response: LatencySummary;
}

/** One lane of the waiting room. Waits in milliseconds, of those never let in until they left; null without people. */
export interface LaneSummary {
  readonly lane: string;
  readonly admitted: number;
  /** Left the line without being let in, or stood there when the run ended. */
  readonly unadmitted: number;
  readonly overtaken: number;
  readonly kendallTau: number | null;
  /** Its order is unknown: not one pair of people can be compared. */
  readonly isOpen: boolean;
  readonly medianWait: number | null;
  readonly longestWait: number | null;
}

export interface ErrorCause {
  readonly step: string;
  readonly cause: string;
  readonly owner: string;
  readonly count: number;
}

/**
 * Why a run ended before its time; `script-error`: a rejected promise of the surge file that nothing awaited ends a VU of k6 with everybody
 * in it; `killed`: surgeproof itself was.
 */
export type Interruption = 'signal' | 'generator-died' | 'script-error' | 'target-died' | 'disk-full' | 'killed';

/** `run.json`: what happened, without judgement. */
export interface RunFile {
  readonly schema: 'surgeproof/run';
  readonly version: 2;
  readonly id: string;
  readonly surge: string;
  readonly profile: string;
  readonly seed: number;
  readonly target: string;
  /** Marked in every report: latencies come from simulated service times. */
  readonly simulated: boolean;
  /** The forecast whose arrivals were sent; left out when they were those of the profile. */
  readonly forecast?: RehearsedForecast;
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly interruption: Interruption | null;
  readonly arrivals: {
    readonly scheduled: number;
    readonly started: number;
    /** Share of started arrivals within 25 ms of their intended start. */
    readonly onTimeShare: number | null;
    readonly startLag: LatencySummary;
  };
  readonly users: {
    readonly arrived: number;
    readonly finished: number;
    /** Ended with an answer that the surge accepts. */
    readonly turnedAway: number;
    /** Stopped trying: the tries were used up, or the journey said so. */
    readonly gaveUp: number;
    /** Left the queue when their patience ended, while the waiting room answered. */
    readonly lostPatience: number;
    readonly failed: number;
    /** In line or in the middle of a journey when the run ended. */
    readonly waiting: number;
    /** Of those, people who were merely thinking: no request under way, none to be tried again. */
    readonly thinking: number;
    readonly atEnd: UserCounts;
  };
  /** null for a target without a waiting room. */
  readonly queue: {
    readonly joined: number;
    readonly admitted: number;
    readonly maxWaiting: number;
    readonly maxWaitingAt: number | null;
    readonly lostPlaces: number;
    readonly abandoned: number;
    /** People overtaken in their lane, and those among them who were never let in. */
    readonly inversions: number;
    readonly overtakenForEver: number;
    readonly kendallTau: number | null;
    readonly wait: LatencySummary;
    /** Of everybody who stood in line, in milliseconds; null without people. */
    readonly longestWait: number | null;
    /** Longest less shortest median wait of the lanes, in milliseconds; null with fewer than two lanes of ten people. */
    readonly laneDifference: number | null;
    readonly lanes: readonly LaneSummary[];
    /** Share of people who joined after the grace period and for whom the announced wait was right. */
    readonly announcedWithin: number | null;
    /** Those among them who waited and were promised nothing, and those who were not let in when the promised wait was over. */
    readonly unpromised: number;
    readonly missed: number;
  } | null;
  readonly steps: readonly StepSummary[];
  readonly journeys: readonly JourneySummary[];
  /** Answers by status, most frequent first. */
  readonly statuses: readonly { readonly status: number; readonly count: number }[];
  readonly connections: { readonly opened: number; readonly tlsHandshakes: number };
  readonly redirects: number;
  /** Bytes that k6 read and wrote over the run, protocol and TLS included; null where the system does not tell. */
  readonly bytes: { readonly received: number; readonly sent: number } | null;
  readonly errors: readonly ErrorCause[];
  readonly generator: GeneratorSummary;
  /** Left out for a run without faults. */
  readonly faults?: FaultsSummary;
}

/** Health of the load generator over the run; null where it could not be measured. */
export interface GeneratorSummary {
  /** Cores used by k6, mean and highest second. */
  readonly cpuMean: number | null;
  readonly cpuMax: number | null;
  readonly memoryMaxMiB: number | null;
  readonly loopLagP99: number | null;
  /** Seconds of the run for which not every VU wrote a line. */
  readonly silentSeconds: number;
}
