import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomStream } from '../../models/simulation/random-stream.ts';
import { BUCKET_COUNT, bucketOf, encodeCells } from '../../models/workload/log/histogram.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { codeBlocks } from '../support/markdown.ts';

it('writes cells as the measurement log does: 10,000 times from 10^-5 to 10^8 ms, and the edges of cells', async () => {
  const [shown] = codeBlocks('docs/how-to/measure-a-ladder.md').filter(({ language }) => language === 'ts');
  const file = join(temporaryFolder(), 'block.ts');
  writeFileSync(file, shown!.text);
  const { block } = (await import(/* @vite-ignore */ file)) as {
    block: (times: readonly number[], failed: number, concurrency: number | null) => { cells: number[] };
  };
  const random = randomStream(1, 1);
  const times = [0, 1, 1.0078125, 2, 1024, 2 ** -10, 2 ** 24, ...Array.from({ length: 10_000 }, () => 10 ** (13 * random() - 5))];
  const counts = new Map<number, number>();
  for (const time of times) counts.set(bucketOf(time), (counts.get(bucketOf(time)) ?? 0) + 1);
  expect(block(times, 0, null)).toEqual({ answered: times.length, failed: 0, concurrency: null, cells: encodeCells(counts) });
  expect(Math.max(...counts.keys())).toBe(BUCKET_COUNT - 1);
});
