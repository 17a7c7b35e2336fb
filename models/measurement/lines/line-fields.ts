import { BUCKET_COUNT } from '../../workload/log/histogram.ts';
import type { Cells } from '../../workload/log/measurement-log.ts';

/** What a field of a measurement line breaks; becomes one sentence. */
export class FieldProblem extends Error {
  readonly refused: boolean;
  constructor(field: string, rule: string, refused = false) {
    super(`measurement line: ${field} ${rule}`);
    this.refused = refused;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** Two days: the longest run whose seconds are kept one by one. */
export const MAX_SECOND = 172_800;
const MAX_COUNT = 4_294_967_295;
const MAX_TEXT = 400;
const MAX_LIST = 1_000_000;

/** The value as an object with fields, or null. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A finite number. */
export function number(fields: Fields, name: string): number {
  return asNumber(fields[name], name);
}

/** A whole number in [0, most]. */
export function whole(fields: Fields, name: string, most = MAX_COUNT): number {
  return asWhole(fields[name], name, most);
}

/** A count that is 0 where the line leaves it out. */
export function optionalWhole(fields: Fields, name: string): number {
  return fields[name] === undefined ? 0 : whole(fields, name);
}

/** A short text. */
export function text(fields: Fields, name: string): string {
  return asText(fields[name], name);
}

/** Items of a list, each read by `read`; an absent field is an empty list only where `optional`. */
export function list<T>(fields: Fields, name: string, read: (item: unknown, path: string) => T, optional = false): T[] {
  const value = fields[name];
  if (value === undefined && optional) return [];
  return asList(value, name).map((item) => read(item, name));
}

/** An optional histogram; undefined when absent. */
export function optionalCells(fields: Fields, name: string): Cells | undefined {
  return fields[name] === undefined ? undefined : asCells(fields[name], name);
}

export function asNumber(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FieldProblem(path, 'must be a number');
  return value;
}

export function asWhole(value: unknown, path: string, most = MAX_COUNT): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most) {
    throw new FieldProblem(path, `must be a whole number from 0 to ${most}`);
  }
  return value as number;
}

/** Text of at most 400 characters: a longer one is cut, as causes may repeat an answer of the target. */
export function asText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new FieldProblem(path, 'must be a text');
  return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value;
}

export function asList(value: unknown, path: string, length?: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new FieldProblem(path, 'must be a list');
  if (value.length > MAX_LIST) throw new FieldProblem(path, `must have at most ${MAX_LIST} items`);
  if (length !== undefined && value.length !== length) throw new FieldProblem(path, `must be a list of ${length}`);
  return value;
}

/** Histogram cells: pairs of a bucket (as the step from the one before) and a count above 0, buckets ascending and inside the histogram. */
export function asCells(value: unknown, path: string): Cells {
  const cells = asList(value, path) as readonly number[];
  if (cells.length % 2 !== 0) throw new FieldProblem(path, 'must hold pairs of bucket and count');
  let bucket = 0;
  for (let i = 0; i < cells.length; i += 2) {
    const step = cells[i]!;
    bucket += step;
    const isAfter = Number.isInteger(step) && (i === 0 ? step >= 0 : step > 0);
    if (!isAfter || bucket >= BUCKET_COUNT) throw new FieldProblem(path, 'must list ascending buckets of the histogram');
    if (asWhole(cells[i + 1], path) === 0) throw new FieldProblem(path, 'must list counts above 0');
  }
  return cells;
}

/** One of a few words. */
export function oneOf<T extends string>(allowed: readonly T[], value: unknown, path: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new FieldProblem(path, `must be one of ${allowed.join(', ')}`);
  return found;
}
