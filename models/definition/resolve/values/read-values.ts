import { at, type Fields, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import type { Problems } from '../../units/read-units.ts';
import { similarName } from './similar.ts';

/** Values as a file gives them, read one by one: what is wrong becomes a problem, and a stand-in lets the reading go on. */

/** The one of `known` that is given, or a problem with the name that was probably meant. */
export function readChoice(value: unknown, known: readonly string[], path: string, problems: Problems): string | null {
  if (typeof value === 'string' && known.includes(value)) return value;
  const similar = typeof value === 'string' ? similarName(value, known) : null;
  const found = problem(path, `be one of ${known.join(', ')}`, value);
  problems.push(similar === null ? found : { ...found, message: `${found.message}; did you mean ${similar}?` });
  return null;
}

/** The fields of an object, refusing every field that is not known; null, and a problem, for anything else. */
export function readFields(value: unknown, known: readonly string[], path: string, problems: Problems): Fields | null {
  const fields = fieldsOf(value);
  if (fields === null) {
    problems.push(problem(path, 'be an object', value));
    return null;
  }
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue;
    const similar = similarName(name, known);
    const message =
      similar === null
        ? `must be one of the fields ${known.join(', ')}, got ${name}`
        : `must be a field that is read, got ${name}; did you mean ${similar}? The fields are ${known.join(', ')}`;
    problems.push({ path: at(path, name), message });
  }
  return fields;
}

/** A text that is not empty; the stand-in when it is left out. */
export function readText(value: unknown, fallback: string, path: string, problems: Problems): string {
  return value === undefined ? fallback : readRequiredText(value, path, problems);
}

/** A text that must be there. */
export function readRequiredText(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  problems.push(problem(path, 'be a text that is not empty', value));
  return '';
}

export interface NumberLimits {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  readonly whole?: boolean;
}

/** A number within limits; NaN, and a problem, for anything else. */
export function readNumber(value: unknown, limits: NumberLimits, path: string, problems: Problems): number {
  const { least = -Infinity, above = -Infinity, most = Infinity, whole = false } = limits;
  const sound = typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isInteger(value));
  if (sound && value >= least && value > above && value <= most) return value;
  const bounds = [
    limits.least === undefined ? '' : `at least ${least}`,
    limits.above === undefined ? '' : `above ${above}`,
    limits.most === undefined ? '' : `at most ${most}`,
  ].filter((bound) => bound !== '');
  problems.push(problem(path, `be a ${whole ? 'whole ' : ''}number${bounds.length === 0 ? '' : ` ${bounds.join(' and ')}`}`, value));
  return Number.NaN;
}

export function readBoolean(value: unknown, fallback: boolean, path: string, problems: Problems): boolean {
  if (value === undefined) return fallback;
  if (typeof value === 'boolean') return value;
  problems.push(problem(path, 'be true or false', value));
  return fallback;
}

/** Names end up in logs, metrics, addresses and folders. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

export function checkName(name: unknown, path: string, problems: Problems): void {
  if (typeof name === 'string' && NAME.test(name)) return;
  problems.push(problem(path, 'be a name of 1 to 40 small letters, digits and hyphens, a letter first', name));
}

/** Objects by name, `{ checkout: {…} }`: names are checked, each object is read. */
export function readNamed<Read>(
  value: unknown,
  path: string,
  problems: Problems,
  read: (value: unknown, path: string, name: string) => Read,
): { readonly name: string; readonly value: Read }[] {
  const fields = fieldsOf(value);
  if (fields === null) {
    problems.push(problem(path, 'be an object by name', value));
    return [];
  }
  return Object.entries(fields).map(([name, entry]) => {
    checkName(name, at(path, name), problems);
    return { name, value: read(entry, at(path, name), name) };
  });
}

/** A name as a title: `open-app` is Open app. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
