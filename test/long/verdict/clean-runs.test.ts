import { expect, it } from 'vitest';
import { cleanRuns } from '../../verdict/virtual/clean-runs.ts';
import { virtual } from '../../verdict/virtual/virtual.ts';

it('blames none of a hundred clean runs over seeds, surges and sizes', async () => {
  const blamed: string[] = [];
  for (const run of cleanRuns(100)) {
    const { verdict, headline } = await virtual(run)();
    if (!['PASS', 'WARN', 'INCONCLUSIVE'].includes(verdict)) blamed.push(`seed ${run.seed} of ${run.surge}: ${verdict}: ${headline}`);
  }
  expect(blamed).toEqual([]);
});
