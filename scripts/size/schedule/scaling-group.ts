import { Temporal } from 'temporal-polyfill';
import type { PlanFile } from '../../../models/results/plan/plan.ts';
import type { PlanSchedule } from '../../../models/results/plan/plan-schedule.ts';

/** Actions that one call takes. Source: AWS API reference, BatchPutScheduledUpdateGroupAction. */
const ACTIONS_A_CALL = 50;

/** What `aws autoscaling batch-put-scheduled-update-group-action --cli-input-json` reads. */
export interface ScheduledActions {
  readonly AutoScalingGroupName: string;
  readonly ScheduledUpdateGroupActions: readonly {
    readonly ScheduledActionName: string;
    /** UTC: the service knows no zone for a single time. */
    readonly StartTime: string;
    readonly MinSize: number;
    readonly MaxSize: number;
    readonly DesiredCapacity: number;
  }[];
}

/** `2026-09-09T23:58:00Z` of `2026-09-10T08:58` in Seoul. */
const utcOf = (time: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(time).toZonedDateTime(timeZone).toInstant().toString();

/** The schedule as calls for an Auto Scaling group: at the beginning of each stretch its nodes become the least and the desired number. */
export function scheduledActions(schedule: PlanSchedule, { recommended }: Pick<PlanFile, 'recommended'>): ScheduledActions[] {
  const { stretches, timeZone, group, most } = schedule;
  const actions = stretches.map(({ from, nodes }) => ({
    ScheduledActionName: `surgeproof-${from.replaceAll(':', '')}`,
    StartTime: utcOf(from, timeZone),
    MinSize: nodes,
    MaxSize: Math.max(most, recommended),
    DesiredCapacity: nodes,
  }));
  const calls = Math.ceil(actions.length / ACTIONS_A_CALL);
  return Array.from({ length: calls }, (_, call) => ({
    AutoScalingGroupName: group,
    ScheduledUpdateGroupActions: actions.slice(call * ACTIONS_A_CALL, (call + 1) * ACTIONS_A_CALL),
  }));
}
