import { at, type Fields, type Problem } from '../../../workload/checks/problem.ts';
import type { StepBudget } from '../../../workload/surge/budget.ts';
import { QUANTITY_KINDS, type QuantityKind } from '../../../workload/surge/quantity.ts';
import { type Problems, readDuration, readShare } from '../../units/read-units.ts';
import { sayDuration } from '../../units/say-units.ts';
import { readChoice, readNumber, readText } from '../values/read-values.ts';

export const BUDGET_FIELDS = ['p50', 'p95', 'p99', 'errors', 'stretch', 'burst', 'minSamples', 'source', 'kind'] as const;
export const PERCENTILES = ['p50', 'p95', 'p99'] as const;

/** What somebody gave of a budget. */
export type GivenBudget = { -readonly [Field in keyof StepBudget]?: StepBudget[Field] };

/** A duration, or null where the limit is switched off; undefined for what is left out or wrong. */
function readLimit(value: unknown, read: (value: unknown, path: string, problems: Problems) => number, path: string, problems: Problems) {
  if (value === undefined || value === null) return value;
  const amount = read(value, path, problems);
  return Number.isNaN(amount) ? undefined : amount;
}

/** Limits that are not in order: half of the people cannot wait longer than 95 % of them. */
export function latencyOrder(given: GivenBudget, path: string): Problem[] {
  const set = PERCENTILES.flatMap((name) => (typeof given[name] === 'number' ? [{ name, limit: given[name] }] : []));
  return set.flatMap(({ name, limit }, index) => {
    const lower = set[index - 1];
    if (lower === undefined || limit > lower.limit) return [];
    return [{ path: at(path, name), message: `must be above ${lower.name} (${sayDuration(lower.limit)}), got ${sayDuration(limit)}` }];
  });
}

/** Reads the budget fields of an object whose other fields are somebody else's. */
export function readBudget(fields: Fields, path: string, problems: Problems): GivenBudget {
  const given: GivenBudget = {};
  for (const name of [...PERCENTILES, 'stretch', 'burst'] as const) {
    const limit = readLimit(fields[name], readDuration, at(path, name), problems);
    if (limit !== undefined) given[name] = limit;
  }
  const errors = readLimit(fields.errors, (value, here) => readShare(value, here, problems), at(path, 'errors'), problems);
  if (errors !== undefined) given.errorShare = errors;
  if (fields.minSamples !== undefined) {
    const least = readNumber(fields.minSamples, { least: 1, whole: true }, at(path, 'minSamples'), problems);
    if (!Number.isNaN(least)) given.minSamples = least;
  }
  if (fields.source !== undefined) given.source = readText(fields.source, '', at(path, 'source'), problems);
  if (fields.kind !== undefined) {
    const kind = readChoice(fields.kind, QUANTITY_KINDS, at(path, 'kind'), problems);
    if (kind !== null) given.kind = kind as QuantityKind;
  }
  problems.push(...latencyOrder(given, path));
  return given;
}

/** A percentile that is left out beside one that is given, where the default does not fit between: this many times the lower one. */
const ABOVE_LOWER = 3;

function fill(name: (typeof PERCENTILES)[number], given: GivenBudget, usual: number | null): number | null {
  const value = given[name];
  if (value !== undefined) return value;
  if (usual === null) return null;
  const here = PERCENTILES.indexOf(name);
  const limitsOf = (names: readonly (typeof PERCENTILES)[number][]) =>
    names.map((other) => given[other]).filter((limit) => typeof limit === 'number');
  const lower = Math.max(0, ...limitsOf(PERCENTILES.slice(0, here)));
  const upper = Math.min(...limitsOf(PERCENTILES.slice(here + 1)));
  const limit = usual > lower ? usual : ABOVE_LOWER * lower;
  // A limit on a higher percentile that is at least as tight holds for this one too.
  return limit < upper ? limit : null;
}

/** A whole budget: what is given, and the defaults where nothing is. */
export function filledBudget(given: GivenBudget, defaults: StepBudget, source: string): StepBudget {
  const p50 = fill('p50', given, defaults.p50);
  const p95 = fill('p95', { ...given, p50 }, defaults.p95);
  const limitsGiven = PERCENTILES.some((name) => given[name] !== undefined) || given.errorShare !== undefined;
  return {
    p50,
    p95,
    p99: fill('p99', { ...given, p50, p95 }, defaults.p99),
    errorShare: given.errorShare === undefined ? defaults.errorShare : given.errorShare,
    stretch: given.stretch === undefined ? defaults.stretch : given.stretch,
    burst: given.burst === undefined ? defaults.burst : given.burst,
    minSamples: given.minSamples ?? defaults.minSamples,
    source: given.source ?? (limitsGiven ? source : defaults.source),
    kind: given.kind ?? (limitsGiven ? 'stated' : defaults.kind),
  };
}
