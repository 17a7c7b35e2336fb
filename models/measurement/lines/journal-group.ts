import type { JournalGroup } from '../../workload/log/journal.ts';
import type { JournalColumn, JournalValue } from '../../workload/log/journal-columns.ts';
import { asList, asText, asWhole, FieldProblem, fieldsOf } from './line-fields.ts';

const MOST_STEP = 255;
/** Facts of one entry. */
const MOST_NAMES = 32;
/** Digits that numbered texts are filled up to. */
const MOST_DIGITS = 15;

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

/** A column is as long as the list of people; one of numbered texts begins with what they have in common. */
function column(value: unknown, name: string, people: number, path: string): JournalColumn {
  if (name.startsWith('+')) return asList(value, path, people).map((item) => difference(item, path));
  if (name.startsWith('#')) {
    const [beginning, digits, ...steps] = asList(value, path, people + 2);
    return [asText(beginning, path), asWhole(digits, path, MOST_DIGITS), ...steps.map((step) => difference(step, path))];
  }
  return Array.isArray(value) ? asList(value, path, people).map((item) => plainValue(item, path)) : plainValue(value, path);
}

/** A group of journal entries. */
export function journalGroup(item: unknown, path: string): JournalGroup {
  const [step, status, same, names, people, ...columns] = asList(item, path);
  const known = asList(names, path).map((name) => asText(name, path));
  if (known.length !== columns.length || known.length > MOST_NAMES) throw new FieldProblem(path, 'must have a name for every column');
  const persons = asList(people, path).map((person) => asWhole(person, path));
  const values = columns.map((one, i) => column(one, known[i]!, persons.length, path));
  return [asWhole(step, path, MOST_STEP), asText(status, path), texts(same, path), known, persons, ...values];
}
