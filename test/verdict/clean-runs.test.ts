import { describe, expect, it } from 'vitest';
import { cleanRuns } from './virtual/clean-runs.ts';
import { virtual } from './virtual/virtual.ts';

/** `npm run test:long` plays a hundred. */
const COUNT = 20;

describe('a run in which nothing is amiss', () => {
  it.each(cleanRuns(COUNT).map((run) => [`seed ${run.seed} of ${run.surge}`, run] as const))('is not blamed: %s', async (_, run) => {
    const { verdict, headline } = await virtual(run)();
    expect(['PASS', 'WARN', 'INCONCLUSIVE'], headline).toContain(verdict);
  });
});
