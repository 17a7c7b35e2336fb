import type { JournalGroup, JournalValue } from '../../workload/log/journal.ts';
import { asList, asText, asWhole, FieldProblem, fieldsOf } from './line-fields.ts';

const MOST_STEP = 255;
/** Facts of one entry. */
const MOST_NAMES = 32;

function texts(value: unknown, path: string): Record<string, string | boolean> {
  const fields = fieldsOf(value);
  if (fields === null) throw new FieldProblem(path, 'must have an object of texts');
  const names = Object.keys(fields);
  if (names.length > MOST_NAMES) throw new FieldProblem(path, `must have at most ${MOST_NAMES} facts`);
  return Object.fromEntries(
    names.map((name) => [asText(name, path), typeof fields[name] === 'boolean' ? fields[name] : asText(fields[name], path)]),
  );
}

function plainValue(value: unknown, path: string): JournalValue {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return asText(value, path);
}

/** A difference between whole numbers, or the first of them. */
function difference(value: unknown, path: string): number {
  if (!Number.isSafeInteger(value)) throw new FieldProblem(path, 'must have whole numbers in a column of differences');
  return value as number;
}

/** A group of journal entries: every column is as long as the list of people. */
export function journalGroup(item: unknown, path: string): JournalGroup {
  const [step, status, same, names, people, ...columns] = asList(item, path);
  const known = asList(names, path).map((name) => asText(name, path));
  if (known.length !== columns.length || known.length > MOST_NAMES) throw new FieldProblem(path, 'must have a name for every column');
  const persons = asList(people, path).map((person) => asWhole(person, path));
  const values = columns.map((column, i) =>
    asList(column, path, persons.length).map((value) => (known[i]!.startsWith('+') ? difference(value, path) : plainValue(value, path))),
  );
  return [asWhole(step, path, MOST_STEP), asText(status, path), texts(same, path), known, persons, ...values];
}
