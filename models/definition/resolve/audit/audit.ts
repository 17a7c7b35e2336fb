import { INVARIANT_NAMES, type InvariantName } from '../../../invariants/catalogue.ts';
import { invariantNamed } from '../../../invariants/check-invariants.ts';
import type { OptionSpec } from '../../../invariants/options.ts';
import { STATUSES } from '../../../invariants/records/columns.ts';
import type { AuditSpec, OptionValue } from '../../../workload/audit/audit-spec.ts';
import { at, type Fields, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import { type Problems, readDuration, readPositiveRate } from '../../units/read-units.ts';
import { readChoice, readFields, readNumber } from '../values/read-values.ts';
import { readInstant } from './instant.ts';
import { readRecordSources } from './record-sources.ts';

function readTextList(value: unknown, path: string, problems: Problems): string[] {
  if (Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '')) return value as string[];
  problems.push(problem(path, 'be a list of texts', value));
  return [];
}

function readOption({ kind }: OptionSpec, value: unknown, path: string, problems: Problems): OptionValue {
  switch (kind) {
    case 'instant':
      return readInstant(value, path, problems);
    case 'duration':
      return readDuration(value, path, problems);
    case 'rate':
      return readPositiveRate(value, path, problems);
    case 'count':
      return readNumber(value, { least: 1, whole: true }, path, problems);
    case 'texts':
      return readTextList(value, path, problems);
  }
}

/** A list of steps must name steps of the surge, or the invariant would look at nothing. */
function checkSteps(value: OptionValue | undefined, steps: readonly string[], path: string, problems: Problems): void {
  if (Array.isArray(value)) value.forEach((step, i) => void readChoice(step, steps, at(path, i), problems));
}

function readOptions(name: InvariantName, fields: Fields, steps: readonly string[], path: string, problems: Problems) {
  const specs = Object.entries(invariantNamed(name).options);
  readFields(fields, ['name', ...specs.map(([option]) => option)], path, problems);
  const given = specs.filter(([option, spec]) => fields[option] !== undefined || !('unless' in spec));
  const options = Object.fromEntries(
    given.map(([option, spec]) => [option, readOption(spec, fields[option], at(path, option), problems)] as const),
  );
  checkSteps(options.steps, steps, at(path, 'steps'), problems);
  return options;
}

function readInvariants(value: unknown, steps: readonly string[], problems: Problems): AuditSpec['invariants'] {
  const path = 'audit.invariants';
  if (!Array.isArray(value) || value.length === 0) {
    problems.push(problem(path, 'be a list with at least one invariant', value));
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((entry: unknown, i) => {
    const here = at(path, i);
    const fields = fieldsOf(entry);
    const name = readChoice(fields === null ? entry : fields.name, INVARIANT_NAMES, fields === null ? here : at(here, 'name'), problems);
    if (name === null) return [];
    if (seen.has(name)) problems.push({ path: here, message: `must be named once, got ${name} again` });
    seen.add(name);
    return [{ name, options: readOptions(name as InvariantName, fields ?? {}, steps, here, problems) }];
  });
}

function readWords(value: unknown, problems: Problems): Record<string, string> {
  const path = 'audit.words';
  const fields = value === undefined ? {} : (readFields(value, STATUSES, path, problems) ?? {});
  const words: Record<string, string> = {};
  for (const [meaning, list] of Object.entries(fields)) {
    for (const word of readTextList(list, at(path, meaning), problems)) {
      if (Object.hasOwn(words, word)) problems.push({ path: at(path, meaning), message: `must hold each word once, got ${word} again` });
      words[word] = meaning;
    }
  }
  return words;
}

/** Records that an invariant of the list needs and nobody says where to read. */
function checkNeeds({ invariants, records }: AuditSpec, problems: Problems): void {
  invariants.forEach(({ name }, i) => {
    const missing = Object.keys(invariantNamed(name as InvariantName).needs).filter((kind) => records[kind] === undefined);
    if (missing.length === 0) return;
    const message = `must have the records it looks at, got ${name} without audit.records.${missing.join(' and audit.records.')}`;
    problems.push({ path: at('audit.invariants', i), message });
  });
}

/** What is compared with records of the service after the run; undefined when the surge says nothing of it. */
export function readAudit(value: unknown, steps: readonly string[], problems: Problems): AuditSpec | undefined {
  if (value === undefined) return undefined;
  const fields = readFields(value, ['records', 'invariants', 'words'], 'audit', problems);
  if (fields === null) return undefined;
  const before = problems.length;
  const spec = {
    records: readRecordSources(fields.records, 'audit.records', problems),
    invariants: readInvariants(fields.invariants, steps, problems),
    words: readWords(fields.words, problems),
  };
  // A kind with a mistake of its own would be reported twice.
  if (problems.length === before) checkNeeds(spec, problems);
  return spec;
}
