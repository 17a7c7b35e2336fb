import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../../models/measurement/folded-run.ts';
import { isLineProblem, parseMeasurementLine } from '../../../../models/measurement/lines/parse-line.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { anyLine } from '../any-lines.ts';
import { printed } from '../lines.ts';

function fold(lines: readonly MeasurementLine[]): FoldedRun {
  const reading = createFold();
  for (const line of lines) reading.add(line);
  return reading.result();
}

describe('a printed log', () => {
  it('is read back without loss', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const read = lines.map((line) => parseMeasurementLine(printed(line)));
        expect(read.some(isLineProblem)).toBe(false);
        expect(fold(read as MeasurementLine[])).toEqual(fold(lines));
      }),
    );
  });
});
