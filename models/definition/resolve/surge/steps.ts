import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import type { Step } from '../../../workload/surge/surge.ts';
import { WAITING_ROOM_STEPS } from '../../../workload/surge/waiting-room-steps.ts';
import type { Problems } from '../../units/read-units.ts';
import { readFields, readNamed, readText, titleOf } from '../values/read-values.ts';
import { BUDGET_FIELDS, type GivenBudget, readBudget } from './budget.ts';

/** More names than this come from a name with an id in it, and each costs a histogram a second. */
const MOST_STEPS = 200;
const MOST_TAG_VALUES = 50;

const RESERVED: readonly string[] = WAITING_ROOM_STEPS.map(({ name }) => name);

export interface ReadStep {
  readonly step: Step;
  readonly given: GivenBudget;
}

function readTags(value: unknown, path: string, problems: Problems): Record<string, readonly string[]> {
  if (value === undefined) return {};
  const tags = readNamed(value, path, problems, (values, here) => {
    const texts = Array.isArray(values) && values.every((text) => typeof text === 'string' && text !== '');
    if (!texts || values.length === 0 || new Set(values).size !== values.length) {
      problems.push(problem(here, "be a list of different texts such as ['SKT', 'KT']", values));
      return [];
    }
    if (values.length <= MOST_TAG_VALUES) return values as string[];
    problems.push({ path: here, message: `must be at most ${MOST_TAG_VALUES} values, got ${values.length}; group them` });
    return [];
  });
  return Object.fromEntries(tags.map(({ name, value: values }) => [name, values]));
}

function readStep(value: unknown, name: string, path: string, problems: Problems): ReadStep {
  const fields = readFields(value, ['title', 'rare', 'tags', ...BUDGET_FIELDS], path, problems) ?? {};
  if (RESERVED.includes(name)) {
    problems.push({
      path,
      message: `must have another name, as ${name} is made by the engine; its budget is waitingRoomBudget in k6.config.ts`,
    });
  }
  if (fields.rare !== undefined && fields.rare !== true) problems.push(problem(at(path, 'rare'), 'be true or left out', fields.rare));
  const step: Step = {
    name,
    title: readText(fields.title, titleOf(name), at(path, 'title'), problems),
    room: false,
    rare: fields.rare === true,
    tags: readTags(fields.tags, at(path, 'tags'), problems),
  };
  return { step, given: readBudget(fields, path, problems) };
}

/** The steps of a surge in the order of its file, and what it gives of their budgets. */
export function readSteps(value: unknown, problems: Problems): readonly ReadStep[] {
  const path = 'steps';
  const count = Object.keys(fieldsOf(value) ?? { none: 0 }).length;
  if (count === 0) problems.push({ path, message: 'must have at least one step, got none; write steps: { home: {} }' });
  if (count > MOST_STEPS) {
    const remedy = 'put what varies, such as an id, into the path of the request, not into the name';
    problems.push({ path, message: `must be at most ${MOST_STEPS}, got ${count}; ${remedy}` });
    return [];
  }
  return readNamed(value, path, problems, (step, here, name) => readStep(step, name, here, problems)).map((entry) => entry.value);
}
