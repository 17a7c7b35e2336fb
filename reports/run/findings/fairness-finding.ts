import type { LaneFairness } from '../../../models/results/series.ts';
import { whole } from '../../format/number.ts';

/** Whether people were let in in the order they came, as one sentence without its full stop. */
export function fairnessFinding(lanes: readonly LaneFairness[]): string {
  const admitted = lanes.reduce((sum, lane) => sum + lane.admitted, 0);
  const overtaken = lanes.reduce((sum, lane) => sum + lane.overtaken, 0);
  if (admitted === 0) return 'Nobody was admitted, so nobody was overtaken';
  if (overtaken === 0) return `All ${whole(admitted)} people were let in in the order they came`;
  return `${whole(overtaken)} of ${whole(admitted)} people were overtaken by somebody who came later`;
}
