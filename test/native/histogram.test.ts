import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bucketOf, decodeCells } from '../../models/workload/log/histogram.ts';
import { createRecorder } from '../../models/workload/log/recorder.ts';

/** Read by `go test` too (engine/native/line/histogram_test.go): both put a time into the same cell. */
const vectors: {
  readonly cells: readonly [ms: number, cell: number][];
  readonly recorded: { readonly times: readonly number[]; readonly cells: readonly number[] };
} = JSON.parse(readFileSync('engine/native/testdata/histogram.json', 'utf8'));

it('puts every time into the cell that Go puts it into', () => {
  expect(vectors.cells.length).toBeGreaterThan(100);
  expect(vectors.cells.map(([ms]) => [ms, bucketOf(ms)])).toEqual(vectors.cells);
});

it('counts the same times into the same cells, in whichever order they are told', () => {
  const recorder = createRecorder();
  for (const ms of vectors.recorded.times) recorder.record(ms);
  const sorted = decodeCells(recorder.take()).sort(([a], [b]) => a - b);
  expect(sorted).toEqual(decodeCells(vectors.recorded.cells));
});
