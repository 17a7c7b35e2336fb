import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import type { Accounts } from '../../accounts.ts';
import type { Problems } from '../../units/read-units.ts';
import { readChoice, readRequiredText } from '../values/read-values.ts';

const RULE = "be csv('accounts.csv', { columns: ['email'] }), syntheticPeople() or made((number) => ({ … }))";

function checkColumns(value: unknown, path: string, problems: Problems): void {
  const texts = Array.isArray(value) && value.length > 0 && value.every((column) => typeof column === 'string' && column !== '');
  if (!texts || new Set(value).size !== value.length)
    problems.push(problem(path, "be a list of different columns such as ['email', 'pin']", value));
}

/** Where the accounts come from; null when people have none. */
export function readAccounts(value: unknown, problems: Problems): Accounts<unknown> | null {
  if (value === undefined) return null;
  const path = 'accounts';
  const fields = fieldsOf(value);
  switch (fields?.from) {
    case 'csv':
      readRequiredText(fields.file, at(path, 'file'), problems);
      checkColumns(fields.columns, at(path, 'columns'), problems);
      readChoice(fields.reuse, ['never', 'allowed'], at(path, 'reuse'), problems);
      break;
    case 'synthetic-people':
    case 'service':
      break;
    case 'function':
      if (typeof fields.make !== 'function') problems.push({ path, message: 'must be made() of a function: made((number) => ({ … }))' });
      break;
    default:
      problems.push(problem(path, RULE, value));
  }
  return value as Accounts<unknown>;
}
