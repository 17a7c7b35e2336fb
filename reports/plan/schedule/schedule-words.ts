import type { PlanSchedule } from '../../../models/results/plan/plan-schedule.ts';
import { plural, sayCount } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';

/**
 * The schedule in one sentence: from how few to how many nodes, in how many stretches, and what that saves.
 */
export function scheduleSentence({ least, most, stretches, nodeHours, flatNodeHours, timeZone }: PlanSchedule): string {
  if (least === most) return `Every hour of the forecast needs ${plural(most, 'node', 'nodes')}, so that there is nothing to schedule.`;
  const saved = sayShare(1 - nodeHours / flatNodeHours);
  return `Over the forecast ${sayCount(least)} to ${sayCount(most)} nodes run, in ${plural(stretches.length, 'stretch', 'stretches')} (${timeZone}): ${sayCount(nodeHours)} node-hours, ${saved} less than ${sayCount(most)} nodes all the time.`;
}
