import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, decodeCells } from '../../../../models/workload/log/histogram.ts';
import { createRecorder } from '../../../../models/workload/log/recorder.ts';

const times = fc.array(fc.double({ min: -1, max: 1e6, noNaN: true }), { maxLength: 200 });

describe('a recorder', () => {
  it('gives what was recorded since it was last asked, and then forgets it', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 4 }), (seconds) => {
        const recorder = createRecorder();
        for (const second of seconds) {
          for (const ms of second) recorder.record(ms);
          const expected = new Map<number, number>();
          for (const bucket of second.map(bucketOf)) expected.set(bucket, (expected.get(bucket) ?? 0) + 1);
          expect(decodeCells(recorder.take())).toEqual([...expected].sort(([a], [b]) => a - b));
        }
      }),
    );
  });
});
