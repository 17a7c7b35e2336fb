import type { Ending } from './ending.ts';

/** Causes told apart within a second; a target that puts an identifier into every message must not fill the log. */
const CAUSES = 40;

/** Errors of one second by step, cause and owner. */
export interface ErrorTally {
  count(step: number, ending: Pick<Ending, 'cause' | 'owner'>): void;
  /** What was counted since the last call: [step, cause, owner, count]. */
  take(): [number, string, string, number][];
}

/** An empty tally; what comes after the first 40 causes of a second is counted as "other causes". */
export function createErrorTally(): ErrorTally {
  let entries = new Map<string, [number, string, string, number]>();
  return {
    count(step, { cause, owner }) {
      const known = entries.get(`${step} ${owner} ${cause}`);
      const name = known !== undefined || entries.size < CAUSES ? cause : 'other causes';
      const key = `${step} ${owner} ${name}`;
      const entry = entries.get(key);
      if (entry === undefined) entries.set(key, [step, name, owner, 1]);
      else entry[3]++;
    },
    take() {
      const taken = [...entries.values()];
      entries = new Map();
      return taken;
    },
  };
}
