/** One thing wrong with a configuration. Path and message read as one sentence: `phases[0].from: must be 0, got 5`. */
export interface Problem {
  /** Where: `profiles.lab.phases[0].from`; empty for the whole. */
  readonly path: string;
  /** The rule, what was given, and what to do where the rule does not say it. */
  readonly message: string;
}

/** Any object, its fields not looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a number must be; every number must be finite. */
export interface NumberRule {
  readonly above?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly whole?: true;
  /** Unit of the number, in the plural; empty for a share or a count. */
  readonly unit: string;
}

const LONGEST_SHOWN = 60;

/** `path` and the name of a field in it, joined. */
export function at(path: string, field: string | number): string {
  if (typeof field === 'number') return `${path}[${field}]`;
  return path === '' ? field : `${path}.${field}`;
}

/** What was given, short enough for a sentence. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

export function problem(path: string, rule: string, value: unknown): Problem {
  return { path, message: `must ${rule}, got ${shown(value)}` };
}

/** The value as an object with fields, or null when it is none. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function describe(rule: NumberRule): string {
  const bounds = [
    rule.above === undefined ? '' : `above ${rule.above}`,
    rule.atLeast === undefined ? '' : `at least ${rule.atLeast}`,
    rule.atMost === undefined ? '' : `at most ${rule.atMost}`,
  ].filter((bound) => bound !== '');
  const kind = rule.whole ? 'a whole number' : 'a finite number';
  return `be ${kind}${rule.unit === '' ? '' : ` of ${rule.unit}`}, ${bounds.join(' and ')}`;
}

export function satisfies(value: unknown, rule: NumberRule): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || (rule.whole && !Number.isInteger(value))) return false;
  return value > (rule.above ?? -Infinity) && value >= (rule.atLeast ?? -Infinity) && value <= (rule.atMost ?? Infinity);
}

/** Problems of the numbers of an object, each with its rule. */
export function numberProblems(fields: Fields, rules: Readonly<Record<string, NumberRule>>, path: string): Problem[] {
  return Object.entries(rules)
    .filter(([name, rule]) => !satisfies(fields[name], rule))
    .map(([name, rule]) => problem(at(path, name), describe(rule), fields[name]));
}

/** Problem of a pair of numbers in the wrong order; none when one of them is no number, which is reported elsewhere. */
export function orderProblems(fields: Fields, low: string, high: string, unit: string, path: string, equal = false): Problem[] {
  const [from, to] = [fields[low], fields[high]];
  if (typeof from !== 'number' || typeof to !== 'number' || !Number.isFinite(from) || !Number.isFinite(to)) return [];
  if (to > from || (equal && to === from)) return [];
  return [{ path: at(path, high), message: `must be ${equal ? 'at least' : 'above'} ${low} (${from} ${unit}), got ${to} ${unit}` }];
}

/** Problems of every element of a list; a list that must not be empty or is none has one problem. */
export function listProblems(value: unknown, path: string, of: (fields: Fields, path: string, index: number) => Problem[]): Problem[] {
  if (!Array.isArray(value) || value.length === 0) return [problem(path, 'be a list with at least one entry', value)];
  return value.flatMap((element: unknown, index) => {
    const fields = fieldsOf(element);
    return fields === null ? [problem(at(path, index), 'be an object', element)] : of(fields, at(path, index), index);
  });
}
