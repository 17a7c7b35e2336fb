import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import type { Problems } from '../../units/read-units.ts';
import { readChoice, readFields, readRequiredText } from '../values/read-values.ts';

const FUNCTIONS = ['ask', 'read', 'enter'];
const UNITS = ['ms', 's'];

/** Checks how a surge file speaks to its waiting room: three functions, and perhaps how the answer looks that says *waiting*. */
export function checkDialect(value: unknown, path: string, problems: Problems): void {
  if (value === undefined) return;
  const fields = readFields(value, [...FUNCTIONS, 'waiting'], path, problems);
  if (fields === null) return;
  for (const name of FUNCTIONS)
    if (typeof fields[name] !== 'function') problems.push({ path: at(path, name), message: 'must be a function' });
  if (fields.waiting !== undefined) checkWaiting(fields.waiting, at(path, 'waiting'), problems);
}

function checkWaiting(value: unknown, path: string, problems: Problems): void {
  const fields = fieldsOf(value);
  if (fields === null || (fields.json === undefined) === (fields.pattern === undefined)) {
    problems.push(problem(path, 'be { json: … } or { pattern: …, unit: … }', value));
    return;
  }
  if (fields.json === undefined) checkPattern(value, path, problems);
  else if (readFields(value, ['json'], path, problems) !== null) checkJson(fields.json, at(path, 'json'), problems);
}

function checkJson(value: unknown, path: string, problems: Problems): void {
  const fields = readFields(value, ['state', 'is', 'interval', 'unit', 'key'], path, problems);
  if (fields === null) return;
  for (const name of ['state', 'is', 'interval']) readRequiredText(fields[name], at(path, name), problems);
  if (fields.key !== undefined) readRequiredText(fields.key, at(path, 'key'), problems);
  readChoice(fields.unit, UNITS, at(path, 'unit'), problems);
}

function checkPattern(value: unknown, path: string, problems: Problems): void {
  const { pattern, unit } = readFields(value, ['pattern', 'unit'], path, problems)!;
  readChoice(unit, UNITS, at(path, 'unit'), problems);
  const rule = brokenBy(readRequiredText(pattern, at(path, 'pattern'), problems));
  if (rule !== null) problems.push(problem(at(path, 'pattern'), rule, pattern));
}

/** An escaped character that means the same to Go and to JavaScript: it is taken out before the others are looked for. */
const PLAIN_ESCAPE = /\\[^1-9ackpPuQEAzC]/g;
/** What JavaScript understands and RE2, by which Go reads, does not, or understands in another way. */
const NOT_IN_RE2 = /\(\?<?[=!]|\\[1-9ackpPuQEAzC]/;

/** The rule that a pattern breaks; null for none. An empty one was reported already. */
function brokenBy(pattern: string): string | null {
  if (pattern === '') return null;
  try {
    // Every expression finds the empty text with an empty branch, and its groups are named then.
    const groups = new RegExp(`${pattern}|`).exec('')?.groups ?? {};
    if (!('interval' in groups)) return 'have a group named interval, as in (?<interval>[0-9]+)';
  } catch {
    return 'be a regular expression';
  }
  return NOT_IN_RE2.test(pattern.replace(PLAIN_ESCAPE, ''))
    ? 'be without look-around, back references and escapes such as \\u, which Go reads in another way or not at all'
    : null;
}
