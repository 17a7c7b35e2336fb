import { type Rows, STATE } from './rows.ts';

/**
 * Active people who are merely thinking: they sleep, not to try something again, and no request of theirs is under way.
 *
 * @param waiting rows of people with a request under way
 */
export function countThinking(rows: Rows, waiting: ReadonlySet<number>): number {
  const thinking = new Set<number>();
  for (let row = 0; row < rows.key.length; row++) {
    if (rows.asleep[row] === 0) continue;
    if (rows.state[row] === STATE.active) thinking.add(row);
    else if (rows.state[row] === STATE.pause) thinking.add(rows.owner[row]!.row);
  }
  let count = 0;
  for (const row of thinking) if (rows.state[row] === STATE.active && rows.failures[row] === 0 && !waiting.has(row)) count++;
  return count;
}
