import type { SecondLine } from '../../workload/log/measurement-log.ts';
import { OWNERS, type Owner } from '../../workload/log/outcome.ts';
import type { LineProblem } from '../lines/parse-line.ts';
import { type CellSum, createCellSum } from '../packed-cells.ts';
import { type Column, createColumn } from './column.ts';
import { createErrorCauses, type ErrorCauses } from './error-causes.ts';
import { createHeads, type Heads } from './heads.ts';
import { createLineNumbers, type LineNumbers } from './line-numbers.ts';
import { createSampleStore, type SampleStore } from './sample-store.ts';
import { createUserTimeline, type UserTimeline } from './user-timeline.ts';

/** What a fold holds while it reads: sums only, and one entry an admission, payment and distinct cause. */
export interface FoldState {
  lines: number;
  problems: number;
  /** Lines that could not be read; as many as are worth a sentence. */
  readonly unreadable: LineProblem[];
  readonly numbers: LineNumbers;
  /** −1 before the first line that names a second. */
  lastSecond: number;
  lostPlaces: number;
  abandoned: number;
  opened: number;
  tlsHandshakes: number;
  redirects: number;
  readonly heads: Heads;
  readonly vus: Map<number, UserTimeline>;
  readonly scheduled: Column;
  readonly started: Column;
  readonly admitted: Column;
  readonly errorsByOwner: Readonly<Record<Owner, Column>>;
  /** By status. */
  readonly statuses: Map<number, Column>;
  readonly startLag: CellSum;
  readonly loopLag: CellSum;
  readonly samples: SampleStore;
  readonly causes: ErrorCauses;
  readonly admissions: NonNullable<SecondLine['admissions']>[number][];
  readonly unadmitted: NonNullable<SecondLine['unadmitted']>[number][];
  /** By step. */
  readonly doubleTaps: Map<number, [compared: number, different: number, broken: number]>;
  readonly journal: NonNullable<SecondLine['journal']>[number][];
}

export function foldState(): FoldState {
  return {
    lines: 0,
    problems: 0,
    unreadable: [],
    numbers: createLineNumbers(),
    lastSecond: -1,
    lostPlaces: 0,
    abandoned: 0,
    opened: 0,
    tlsHandshakes: 0,
    redirects: 0,
    heads: createHeads(),
    vus: new Map(),
    scheduled: createColumn(),
    started: createColumn(),
    admitted: createColumn(),
    errorsByOwner: byOwner(createColumn),
    statuses: new Map(),
    startLag: createCellSum(),
    loopLag: createCellSum(),
    samples: createSampleStore(),
    causes: createErrorCauses(),
    admissions: [],
    unadmitted: [],
    journal: [],
    doubleTaps: new Map(),
  };
}

export function timelineOf(state: FoldState, vu: number): UserTimeline {
  let timeline = state.vus.get(vu);
  if (timeline === undefined) {
    timeline = createUserTimeline();
    state.vus.set(vu, timeline);
  }
  return timeline;
}

/** Answers of one status, per second. */
export function statusColumn(state: FoldState, status: number): Column {
  let column = state.statuses.get(status);
  if (column === undefined) {
    column = createColumn();
    state.statuses.set(status, column);
  }
  return column;
}

/** A value for every owner of errors. */
export function byOwner<T>(of: (owner: Owner) => T): Record<Owner, T> {
  return Object.fromEntries(OWNERS.map((owner) => [owner, of(owner)])) as Record<Owner, T>;
}
