import { Document } from 'yaml';
import type { PlanFile } from '../../../models/results/plan/plan.ts';
import type { PlanSchedule, PlanStretch } from '../../../models/results/plan/plan-schedule.ts';

/** Share of the CPU that an autoscaler may aim at: it must see the difference to full, and to none. */
const UTILISATION = { least: 10, most: 90 };
/** Seconds: a dip shorter than the least stretch is waited out; Kubernetes takes an hour at most. */
const LONGEST_WINDOW = 3600;

const target = ({ deployment }: PlanSchedule) => ({ apiVersion: 'apps/v1', kind: 'Deployment', name: deployment });

const yaml = (comment: string, content: unknown): string => {
  const document = new Document(content, { aliasDuplicateObjects: false });
  document.commentBefore = comment;
  return document.toString({ lineWidth: 0 });
};

/** A HorizontalPodAutoscaler: never fewer pods than the quietest stretch needs, never more than the plan runs. */
export function hpaYaml(schedule: PlanSchedule, { recommended }: Pick<PlanFile, 'recommended'>): string {
  const { least, most, leastMinutes, targetUtilisation } = schedule;
  const averageUtilization = Math.round(Math.min(UTILISATION.most, Math.max(UTILISATION.least, 100 * targetUtilisation)));
  const comment = [
    ' Written by surgeproof size. minReplicas is what the quietest stretch of the forecast needs, maxReplicas what the plan runs at the peak.',
    ` averageUtilization is the share of the nodes in use when just enough are left in every situation; it holds where the CPU is what limits a node.`,
    ' Use this or keda-cron.yaml, not both: each makes an autoscaler of its own for the deployment.',
  ].join('\n');
  return yaml(comment, {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: schedule.deployment },
    spec: {
      scaleTargetRef: target(schedule),
      minReplicas: least,
      maxReplicas: Math.max(most, recommended),
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } }],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0 },
        scaleDown: { stabilizationWindowSeconds: Math.min(LONGEST_WINDOW, 60 * leastMinutes) },
      },
    },
  });
}

/** A KEDA ScaledObject with a cron trigger for each stretch above the least; KEDA runs the most that any trigger asks for. */
export function kedaYaml(schedule: PlanSchedule, { recommended }: Pick<PlanFile, 'recommended'>): string {
  const { least, most, stretches, timeZone, leadMinutes } = schedule;
  const comment = [
    ` Written by surgeproof size: a trigger for each stretch of the forecast above ${least} nodes, times in ${timeZone}, ${leadMinutes} min before they are needed.`,
    ' A cron expression has no year: remove this object when the last stretch is over.',
  ].join('\n');
  return yaml(comment, {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: schedule.deployment },
    spec: {
      scaleTargetRef: target(schedule),
      minReplicaCount: least,
      maxReplicaCount: Math.max(most, recommended),
      triggers: stretches.filter(({ nodes }) => nodes > least).map((stretch) => cronTrigger(stretch, timeZone)),
    },
  });
}

const cronTrigger = ({ from, to, nodes }: PlanStretch, timezone: string) => ({
  type: 'cron',
  metadata: { timezone, start: cronOf(from), end: cronOf(to), desiredReplicas: String(nodes) },
});

/** `58 8 10 9 *` of `2026-09-10T08:58`: minute, hour, day of the month and month, on any day of the week. */
function cronOf(time: string): string {
  const [, month, day, hour, minute] = time.split(/[-T:]/).map(Number);
  return `${minute} ${hour} ${day} ${month} *`;
}
