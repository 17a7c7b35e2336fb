import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import { QUANTITY_KINDS, type Quantity } from '../../../workload/surge/quantity.ts';
import type { Problems } from '../../units/read-units.ts';
import { readChoice, readFields, readNumber, readRequiredText } from '../values/read-values.ts';

/** Numbers that a surge is built on; their names are printed, not used. */
export function readFacts(value: unknown, problems: Problems): Readonly<Record<string, Quantity>> {
  if (value === undefined) return {};
  const facts = fieldsOf(value);
  if (facts === null) {
    problems.push(problem('facts', 'be an object of facts', value));
    return {};
  }
  for (const [name, fact] of Object.entries(facts)) {
    const path = at('facts', name);
    const fields = readFields(fact, ['value', 'unit', 'source', 'kind'], path, problems);
    if (fields === null) continue;
    readNumber(fields.value, {}, at(path, 'value'), problems);
    readRequiredText(fields.unit, at(path, 'unit'), problems);
    readRequiredText(fields.source, at(path, 'source'), problems);
    readChoice(fields.kind, QUANTITY_KINDS, at(path, 'kind'), problems);
  }
  return facts as Readonly<Record<string, Quantity>>;
}
