import { at } from '../../../workload/checks/problem.ts';
import type { RuleSpeed } from '../../../workload/surge/surge.ts';
import type { Problems } from '../../units/read-units.ts';
import { readFields, readNumber } from '../values/read-values.ts';

/** How many times faster the clocks of a service's rules run; as in life unless given. */
export function readRuleSpeed(value: unknown, path: string, problems: Problems): RuleSpeed {
  const fields = readFields(value, ['minutes', 'hours'], path, problems) ?? {};
  const speed = (name: keyof RuleSpeed): number =>
    fields[name] === undefined ? 1 : readNumber(fields[name], { least: 1 }, at(path, name), problems);
  return { minutes: speed('minutes'), hours: speed('hours') };
}
