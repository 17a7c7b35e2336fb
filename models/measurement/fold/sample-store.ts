import type { Cells, Clock } from '../../workload/log/measurement-log.ts';
import type { PackedCells } from '../folded-run.ts';
import { MOST_OUTCOMES, MOST_PHASES } from '../lines/line-kinds.ts';
import { createCellSum } from '../packed-cells.ts';

/** Indices of the head line that a series of samples belongs to. */
export interface SeriesKey {
  /** Counts through steps, then journeys, then variants. */
  readonly subject: number;
  readonly outcome: number;
  readonly phase: number;
  readonly clock: Clock;
}

interface Slot {
  packed: PackedCells | null;
  /** Lines that were not added up yet: cheaper to add in one go. */
  pending: Cells[];
}

/** Histograms per series and second. */
export interface SampleStore {
  add(key: SeriesKey, second: number, cells: Cells): void;
  series(): { readonly key: SeriesKey; readonly seconds: ReadonlyMap<number, PackedCells> }[];
  /** Series with the histograms of the seconds [from, to] that are there. */
  window(from: number, to: number): { readonly key: SeriesKey; readonly cells: readonly PackedCells[] }[];
}

/** Slots whose lines wait to be added up: bounds the memory whatever the order of the lines. */
const MOST_PENDING = 2_048;

export function createSampleStore(): SampleStore {
  const all = new Map<number, Map<number, Slot>>();
  const sum = createCellSum();
  let waiting: Slot[] = [];

  const settle = (slot: Slot): PackedCells => {
    if (slot.packed !== null && slot.pending.length === 0) return slot.packed;
    if (slot.packed !== null) sum.addPacked(slot.packed);
    for (const cells of slot.pending) sum.add(cells);
    slot.pending = [];
    slot.packed = sum.take();
    return slot.packed;
  };

  return {
    add(key, second, cells) {
      const slot = slotOf(all, encodeKey(key), second);
      if (slot.pending.push(cells) === 1) waiting.push(slot);
      if (waiting.length < MOST_PENDING) return;
      for (const one of waiting) settle(one);
      waiting = [];
    },
    series: () =>
      [...all].sort(byKey).map(([code, slots]) => {
        const ordered = [...slots].sort(byKey).map(([second, slot]) => [second, settle(slot)] as const);
        return { key: decodeKey(code), seconds: new Map(ordered) };
      }),
    window: (from, to) =>
      [...all].sort(byKey).map(([code, slots]) => {
        const cells: PackedCells[] = [];
        for (let second = from; second <= to; second++) {
          const slot = slots.get(second);
          if (slot !== undefined) cells.push(settle(slot));
        }
        return { key: decodeKey(code), cells };
      }),
  };
}

function slotOf(all: Map<number, Map<number, Slot>>, code: number, second: number): Slot {
  let slots = all.get(code);
  if (slots === undefined) {
    slots = new Map();
    all.set(code, slots);
  }
  let slot = slots.get(second);
  if (slot === undefined) {
    slot = { packed: null, pending: [] };
    slots.set(second, slot);
  }
  return slot;
}

const byKey = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number => a - b;

function encodeKey({ subject, outcome, phase, clock }: SeriesKey): number {
  return ((subject * MOST_OUTCOMES + outcome) * MOST_PHASES + phase) * 2 + clock;
}

function decodeKey(code: number): SeriesKey {
  const rest = Math.floor(code / 2);
  const upper = Math.floor(rest / MOST_PHASES);
  return {
    subject: Math.floor(upper / MOST_OUTCOMES),
    outcome: upper % MOST_OUTCOMES,
    phase: rest % MOST_PHASES,
    clock: (code % 2) as Clock,
  };
}
