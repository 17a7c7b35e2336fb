import type { SecondLine } from '../../../models/workload/log/measurement-log.ts';

/** Longest line, in characters: the pipe's size on Linux, so that lines of several VUs never interleave half-written. */
const LONGEST_LINE = 60_000;

const LISTS = ['samples', 'admissions', 'unadmitted', 'errors', 'journal'] as const;

/** Appends one more line when the next entry would not fit. */
function pack(entries: readonly [list: string, json: string][], room: number): [list: string, json: string][][] {
  const lines: [string, string][][] = [[]];
  let left = room;
  for (const entry of entries) {
    if (entry[1].length + 1 > left && lines[lines.length - 1]!.length > 0) {
      lines.push([]);
      left = room;
    }
    left -= entry[1].length + 1;
    lines[lines.length - 1]!.push(entry);
  }
  return lines;
}

/** `"samples":[…],"errors":[…]`; `samples` is there even when empty. */
function listsOf(entries: readonly [list: string, json: string][]): string {
  return LISTS.map((list) => {
    const own = entries.filter(([name]) => name === list).map(([, json]) => json);
    return own.length > 0 || list === 'samples' ? `,"${list}":[${own.join(',')}]` : '';
  }).join('');
}

/**
 * One second of one VU as JSON texts: one line, or several of the same second where one would be too long. Counts stand in the
 * first line only, so that adding up the lines is right; `users` is in all of them, as it is a state.
 */
export function secondLines(line: SecondLine, longest = LONGEST_LINE): string[] {
  const { samples, admissions = [], unadmitted = [], errors = [], journal = [], ...rest } = line;
  const lists = { samples, admissions, unadmitted, errors, journal };
  const entries = LISTS.flatMap((list) => lists[list].map((entry): [string, string] => [list, JSON.stringify(entry)]));
  const first = JSON.stringify(rest).slice(0, -1);
  const { surgeproof, vu, second, users } = line;
  const following = JSON.stringify({ surgeproof, vu, second, scheduled: 0, started: 0, users }).slice(0, -1);
  return pack(entries, longest - first.length).map((part, i) => `${i === 0 ? first : following}${listsOf(part)}}`);
}
