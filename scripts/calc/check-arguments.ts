import type { ArgumentKind, ArgumentSpec } from './argument-spec.ts';

export type ArgumentProblem = { readonly code: 'unknown-argument' | 'missing-argument' | 'wrong-type'; readonly message: string };

/** Longest text of a value shown in a sentence. */
const LONGEST_SHOWN = 60;

/** All problems of the arguments by a function's specs: names, presence and type. The model itself checks ranges. */
export function checkArguments(specs: Readonly<Record<string, ArgumentSpec>>, given: Readonly<Record<string, unknown>>): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  const names = Object.keys(specs);
  for (const name of Object.keys(given)) {
    if (!names.includes(name))
      problems.push({ code: 'unknown-argument', message: `${shown(name)}: is not an argument, must be one of ${names.join(', ')}` });
  }
  for (const [name, { kind, optional }] of Object.entries(specs)) {
    if (!Object.hasOwn(given, name)) {
      if (!optional) problems.push({ code: 'missing-argument', message: `${name}: must be given, ${wording(kind)}` });
    } else if (!fits(kind, given[name])) {
      problems.push({ code: 'wrong-type', message: `${name}: must be ${wording(kind)}, got ${shown(given[name])}` });
    }
  }
  return problems;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function fits(kind: ArgumentKind, value: unknown): boolean {
  if (typeof kind !== 'string') return typeof value === 'string' && kind.includes(value);
  if (kind === 'number') return isNumber(value);
  if (kind === 'boolean') return typeof value === 'boolean';
  if (!Array.isArray(value) || value.length === 0) return false;
  if (kind === 'numbers') return value.every(isNumber);
  if (kind === 'points') return value.every((point) => Array.isArray(point) && point.length === 2 && point.every(isNumber));
  return value.every(isStation);
}

function isStation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { demand, servers, ...others } = value as Record<string, unknown>;
  return isNumber(demand) && (servers === undefined || isNumber(servers)) && Object.keys(others).length === 0;
}

function wording(kind: ArgumentKind): string {
  if (typeof kind !== 'string') return kind.length === 1 ? kind[0]! : `one of ${kind.join(', ')}`;
  return {
    number: 'a finite number',
    boolean: 'true or false',
    numbers: 'a list of numbers',
    points: 'a list of [time, rate] pairs',
    stations: 'a list of { "demand": number, "servers": number }',
  }[kind];
}

/** A given value, shortened, in one line and without control characters, because it is untrusted. */
function shown(value: unknown): string {
  const text = (typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))).replace(/\p{Cc}/gu, '?');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
