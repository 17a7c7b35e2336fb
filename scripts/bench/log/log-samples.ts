import type { FoldedRun, PackedCells } from '../../../models/measurement/folded-run.ts';
import { sumPacked } from '../../../models/measurement/packed-cells.ts';
import type { Clock } from '../../../models/workload/log/measurement-log.ts';

/** All times of a step that the log holds, whatever their outcome. */
function samplesOf({ samples }: FoldedRun, step: string, clock: Clock): PackedCells {
  const series = samples.filter((one) => one.step === step && one.clock === clock);
  return sumPacked(series.flatMap(({ seconds }) => [...seconds.values()]));
}

/** *Service* times of a step. */
export const serviceOf = (folded: FoldedRun, step: string): PackedCells => samplesOf(folded, step, 0);

/** *Response* times of a step. */
export const responseOf = (folded: FoldedRun, step: string): PackedCells => samplesOf(folded, step, 1);
