import type { PlanFile } from '../../../models/results/plan/plan.ts';
import { hpaYaml, kedaYaml } from './kubernetes.ts';
import { scheduledActions } from './scaling-group.ts';

/** The files for autoscalers by name, beside plan.json; none without a schedule. */
export function scheduleFiles(plan: PlanFile): Readonly<Record<string, string>> {
  const { schedule } = plan;
  if (schedule === null) return {};
  const calls = scheduledActions(schedule, plan);
  const numbered = calls.map((call, i) => [
    `asg-schedule${calls.length > 1 ? `-${i + 1}` : ''}.json`,
    `${JSON.stringify(call, null, 2)}\n`,
  ]);
  // KEDA refuses an object without triggers.
  const keda = schedule.most > schedule.least ? { 'keda-cron.yaml': kedaYaml(schedule, plan) } : {};
  return { 'hpa.yaml': hpaYaml(schedule, plan), ...keda, ...Object.fromEntries(numbered) };
}
