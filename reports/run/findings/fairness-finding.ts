import type { LaneFairness } from '../../../models/results/series.ts';
import { plural, sayCount } from '../../../models/words/count.ts';

/** Whether people were admitted in the order in which they joined, as one sentence without its full stop. */
export function fairnessFinding(lanes: readonly LaneFairness[]): string {
  const admitted = lanes.reduce((sum, lane) => sum + lane.admitted, 0);
  const overtaken = lanes.reduce((sum, lane) => sum + lane.overtaken, 0);
  if (admitted === 0) return 'No one was admitted from the queue';
  if (overtaken === 0) return `${plural(admitted, 'person was', 'people were')} admitted in the order in which they joined`;
  return `${sayCount(overtaken)} of ${plural(admitted, 'person', 'people')} were overtaken by someone who joined later`;
}
