import { at, type Fields, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import { DIRECTIONS, type FaultAction, type PlannedFault } from '../../../workload/surge/fault.ts';
import { type Problems, readDuration, readDurationOrZero, readShare } from '../../units/read-units.ts';
import { sayDuration } from '../../units/say-units.ts';
import { readChoice, readFields, readNumber, readRequiredText, readText } from '../values/read-values.ts';
import { faultTitle, subjectOf } from './fault-words.ts';

/** What the times of a fault are held against. */
interface RunLength {
  /** Seconds; NaN when nobody knows yet. */
  readonly seconds: number;
  /** Nodes of the service; null for a target that surgeproof does not start. */
  readonly nodes: number | null;
}

const COMMAND_TIMEOUT = 10_000;
const DURING = ['kind', 'title', 'from'] as const;
const LASTING = ['for', 'cut'] as const;

/** Fields of each kind besides those that all have. */
const KINDS: Readonly<Record<FaultAction['kind'], readonly string[]>> = {
  partition: [...LASTING, 'between', 'direction', 'share'],
  latency: [...LASTING, 'on', 'times', 'plus'],
  errors: [...LASTING, 'on', 'share'],
  capacity: [...LASTING, 'on', 'to'],
  'kill-node': ['node'],
  'restart-node': [...LASTING, 'node'],
  'slow-start': [...LASTING, 'node', 'times'],
  command: [...LASTING, 'run', 'undo', 'timeout'],
};

function readArguments(value: unknown, path: string, problems: Problems): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one !== '')) return value;
  problems.push(problem(path, 'be a program and its arguments, a list of texts', value));
  return [];
}

function readNode(value: unknown, nodes: number | null, path: string, problems: Problems): number {
  return readNumber(value, { least: 1, whole: true, ...(nodes === null ? {} : { most: nodes }) }, path, problems);
}

function readLatency(fields: Fields, on: string, path: string, problems: Problems): FaultAction {
  const { times, plus } = fields;
  if (times === undefined && plus === undefined)
    problems.push({ path, message: 'must have times or plus, got neither; say how much slower the dependency is' });
  return {
    kind: 'latency',
    on,
    times: times === undefined ? 1 : readNumber(times, { above: 0 }, at(path, 'times'), problems),
    plus: plus === undefined ? 0 : readDuration(plus, at(path, 'plus'), problems),
  };
}

function readAction(kind: FaultAction['kind'], fields: Fields, nodes: number | null, path: string, problems: Problems): FaultAction {
  const text = (name: string): string => readRequiredText(fields[name], at(path, name), problems);
  const share = (name: string): number => readShare(fields[name], at(path, name), problems);
  switch (kind) {
    case 'partition': {
      const direction = (readChoice(fields.direction, DIRECTIONS, at(path, 'direction'), problems) ??
        'both') as (typeof DIRECTIONS)[number];
      return { kind, between: text('between'), direction, share: fields.share === undefined ? 1 : share('share') };
    }
    case 'latency':
      return readLatency(fields, text('on'), path, problems);
    case 'errors':
      return { kind, on: text('on'), share: share('share') };
    case 'capacity':
      return { kind, on: text('on'), to: share('to') };
    case 'slow-start': {
      const times = readNumber(fields.times, { least: 1 }, at(path, 'times'), problems);
      return { kind, node: readNode(fields.node, nodes, at(path, 'node'), problems), times };
    }
    case 'command': {
      const { undo, timeout } = fields;
      return {
        kind,
        run: readArguments(fields.run, at(path, 'run'), problems),
        undo: undo === undefined ? null : readArguments(undo, at(path, 'undo'), problems),
        timeout: timeout === undefined ? COMMAND_TIMEOUT : readDuration(timeout, at(path, 'timeout'), problems),
      };
    }
    default:
      return { kind, node: readNode(fields.node, nodes, at(path, 'node'), problems) };
  }
}

function checkTimes({ from, to }: PlannedFault, run: RunLength, path: string, problems: Problems): void {
  const end = sayDuration(1_000 * run.seconds);
  if (from >= run.seconds)
    problems.push({ path: at(path, 'from'), message: `must be before the run ends (${end}), got ${sayDuration(1_000 * from)}` });
  else if (to > run.seconds) {
    const message = `must be over when the run ends (${end}), got an end at ${sayDuration(1_000 * to)}; make it shorter or the drain longer`;
    problems.push({ path: at(path, 'for'), message });
  }
}

function readFault(value: unknown, run: RunLength, path: string, problems: Problems): PlannedFault | null {
  const kinds = Object.keys(KINDS) as FaultAction['kind'][];
  const given = fieldsOf(value);
  if (given === null) {
    problems.push(problem(path, 'be an object', value));
    return null;
  }
  const kind = readChoice(given.kind, kinds, at(path, 'kind'), problems) as FaultAction['kind'] | null;
  if (kind === null) return null;
  const fields = readFields(value, [...DURING, ...KINDS[kind]], path, problems) ?? {};
  const before = problems.length;
  const action = readAction(kind, fields, run.nodes, path, problems);
  const from = readDurationOrZero(fields.from, at(path, 'from'), problems) / 1_000;
  const length = kind === 'kill-node' ? run.seconds - from : readDuration(fields.for, at(path, 'for'), problems) / 1_000;
  const fault: PlannedFault = {
    title: readText(fields.title, problems.length === before ? faultTitle(action) : '', at(path, 'title'), problems),
    from,
    to: from + length,
    cutSeconds: fields.cut === undefined ? 0 : readDuration(fields.cut, at(path, 'cut'), problems) / 1_000,
    action,
  };
  if (problems.length === before) checkTimes(fault, run, path, problems);
  return fault;
}

/** Two faults of one kind on one thing at the same time: the end of the first would end the second. */
function checkOverlaps(faults: readonly (PlannedFault | null)[], path: string, problems: Problems): void {
  faults.forEach((later, j) => {
    const i = faults.findIndex((one, index) => index < j && one !== null && later !== null && clash(one, later));
    if (i >= 0) problems.push({ path: at(path, j), message: `must not overlap with faults[${i}], which does the same to the same part` });
  });
}

const clash = (one: PlannedFault, other: PlannedFault): boolean =>
  one.from < other.to && other.from < one.to && subjectOf(one.action) === subjectOf(other.action);

/** The fault timeline of a profile, in the order of the file; none when there is none. */
export function readFaults(value: unknown, run: RunLength, path: string, problems: Problems): readonly PlannedFault[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(problem(path, 'be a list of faults', value));
    return [];
  }
  const faults = value.map((one, i) => readFault(one, run, at(path, i), problems));
  checkOverlaps(faults, path, problems);
  return faults.flatMap((one) => one ?? []);
}
