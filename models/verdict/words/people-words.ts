import { plural, sayCount } from '../../words/count.ts';
import type { JudgeInput } from '../judge-input.ts';
import type { RuleWords } from './queue-words.ts';

/** What is judged of everybody who arrived. */
export type PeopleRule = 'served' | 'servedEarly' | 'left' | 'unfinished';

/** A rule without words here does not compile. */
export const PEOPLE_WORDS: Readonly<Record<PeopleRule, RuleWords>> = {
  served: {
    title: 'People served',
    clause: (value, limit, n) => `${value} of ${plural(n, 'person', 'people')} were served (at least ${limit} required)`,
  },
  servedEarly: {
    title: 'People served who arrived before the judged phases',
    clause: (value, limit, n) =>
      `${value} of ${plural(n, 'person', 'people')} who arrived outside the judged phases were served (at least ${limit} required)`,
  },
  left: {
    title: 'People left at the end',
    clause: (value, limit, n) =>
      `${value} of ${plural(n, 'person', 'people')} were still in the queue or waiting for an answer when the run ended (limit ${limit})`,
  },
  unfinished: {
    title: 'People still thinking at the end',
    clause: (value, limit, n) => `${value} of ${plural(n, 'person', 'people')} were still thinking when the run ended (limit ${limit})`,
  },
};

/** Whether a criterion is about people who were not served, of a journey or of all. */
export const isUnservedRule = (statistic: string): boolean => ['served', 'servedEarly', 'left'].includes(statistic);

/** Where the people are who were not served, in one sentence; empty when all were. */
export function unservedSentences({ run: { users } }: Pick<JudgeInput, 'run'>): string[] {
  const { gaveUp, lostPatience, waiting, thinking, atEnd } = users;
  const inside = waiting - atEnd.inLine - thinking;
  const places = [
    { count: gaveUp, where: 'gave up' },
    { count: lostPatience, where: 'lost patience with the queue' },
    { count: atEnd.inLine, where: 'were still in the queue at the end' },
    { count: inside, where: 'were still waiting for an answer at the end' },
  ].filter(({ count }) => count > 0);
  if (places.length === 0) return [];
  const parts = places.map(({ count, where }) => `${sayCount(count)} ${where}`);
  const last = parts.pop();
  return [`Of ${plural(users.arrived, 'person', 'people')}, ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}.`];
}
