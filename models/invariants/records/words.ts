import { STATUSES, type Status } from './columns.ts';

/** Words that need no explanation. */
const USUAL: Readonly<Record<string, Status>> = {
  approved: 'accepted',
  ok: 'accepted',
  declined: 'refused',
  rejected: 'refused',
  failed: 'refused',
  closed: 'late',
  canceled: 'cancelled',
};

const isStatus = (text: string): text is Status => (STATUSES as readonly string[]).includes(text);

/**
 * What a word of a service means, with the team's own words first; null for one that nobody explained.
 *
 * @example statusOf('approved', {}) // => 'accepted'
 * @example statusOf('DONE', { DONE: 'accepted' }) // => 'accepted'
 * @example statusOf('DONE', {}) // => null
 */
export function statusOf(word: string, words: Readonly<Record<string, string>>): Status | null {
  const meaning = Object.hasOwn(words, word) ? words[word]! : word;
  if (isStatus(meaning)) return meaning;
  return Object.hasOwn(USUAL, meaning) ? USUAL[meaning]! : null;
}
