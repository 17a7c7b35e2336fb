import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PlanFile } from '../../../../models/results/plan/plan.ts';
import type { PlanSchedule, PlanStretch } from '../../../../models/results/plan/plan-schedule.ts';
import { hpaYaml, kedaYaml } from '../../../../scripts/size/schedule/kubernetes.ts';
import { scheduledActions } from '../../../../scripts/size/schedule/scaling-group.ts';
import { scheduleFiles } from '../../../../scripts/size/schedule/schedule-files.ts';

const ajv = new Ajv2020();
const problems = (schema: string, value: unknown): string => {
  const path = `test/fixtures/autoscalers/${schema}.schema.json`;
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  return validate(value) ? '' : ajv.errorsText(validate.errors);
};

const stretches: PlanStretch[] = [
  { from: '2026-09-10T00:00', to: '2026-09-10T08:58', nodes: 4 },
  { from: '2026-09-10T08:58', to: '2026-09-10T22:00', nodes: 12 },
  { from: '2026-09-10T22:00', to: '2026-12-31T23:58', nodes: 6 },
  { from: '2026-12-31T23:58', to: '2027-01-01T01:00', nodes: 9 },
];
const schedule: PlanSchedule = {
  ...{
    timeZone: 'Asia/Seoul',
    confidence: 0.95,
    leadMinutes: 2,
    leastMinutes: 120,
    least: 4,
    most: 12,
    nodeHours: 200,
    flatNodeHours: 300,
  },
  ...{ changeSaves: 1, targetUtilisation: 0.724, hours: [], stretches, deployment: 'voucher', group: 'voucher-asg' },
};
const plan = { recommended: 15, schedule } as unknown as PlanFile;

describe('files for autoscalers', () => {
  it('are what Kubernetes, KEDA and AWS read', () => {
    const files = scheduleFiles(plan);
    expect(Object.keys(files)).toEqual(['hpa.yaml', 'keda-cron.yaml', 'asg-schedule.json']);
    expect(problems('hpa-v2', parse(files['hpa.yaml']!))).toBe('');
    expect(problems('keda-scaledobject', parse(files['keda-cron.yaml']!))).toBe('');
    expect(problems('asg-batch', JSON.parse(files['asg-schedule.json']!))).toBe('');
    expect(scheduleFiles({ ...plan, schedule: null })).toEqual({});
  });

  it('hold an autoscaler between the quietest stretch and what the plan runs, at the utilisation of the plan', () => {
    const { spec } = parse(hpaYaml(schedule, plan));
    expect([spec.minReplicas, spec.maxReplicas, spec.scaleTargetRef.name]).toEqual([4, 15, 'voucher']);
    expect(spec.metrics[0].resource.target.averageUtilization).toBe(72);
    expect(spec.behavior.scaleDown.stabilizationWindowSeconds).toBe(3600);
    expect(parse(hpaYaml({ ...schedule, targetUtilisation: 0.004 }, plan)).spec.metrics[0].resource.target.averageUtilization).toBe(10);
  });

  it('have a trigger of KEDA for each stretch above the least, in the zone of the forecast', () => {
    const { spec } = parse(kedaYaml(schedule, plan));
    expect(spec.triggers.map((one: { metadata: unknown }) => one.metadata)).toEqual([
      { timezone: 'Asia/Seoul', start: '58 8 10 9 *', end: '0 22 10 9 *', desiredReplicas: '12' },
      { timezone: 'Asia/Seoul', start: '0 22 10 9 *', end: '58 23 31 12 *', desiredReplicas: '6' },
      { timezone: 'Asia/Seoul', start: '58 23 31 12 *', end: '0 1 1 1 *', desiredReplicas: '9' },
    ]);
  });

  it('have an action of AWS for each stretch, in UTC (Seoul is 9 hours ahead), fifty a call', () => {
    const [call] = scheduledActions(schedule, plan);
    expect(
      call!.ScheduledUpdateGroupActions.map(({ StartTime, MinSize, MaxSize, DesiredCapacity }) => [
        StartTime,
        MinSize,
        MaxSize,
        DesiredCapacity,
      ]),
    ).toEqual([
      ['2026-09-09T15:00:00Z', 4, 15, 4],
      ['2026-09-09T23:58:00Z', 12, 15, 12],
      ['2026-09-10T13:00:00Z', 6, 15, 6],
      ['2026-12-31T14:58:00Z', 9, 15, 9],
    ]);
    const many = Array.from({ length: 120 }, (_, i) => ({ ...stretches[0]!, from: `2026-09-10T00:${String(i % 60).padStart(2, '0')}` }));
    expect(scheduledActions({ ...schedule, stretches: many }, plan).map((one) => one.ScheduledUpdateGroupActions.length)).toEqual([
      50, 50, 20,
    ]);
    expect(Object.keys(scheduleFiles({ ...plan, schedule: { ...schedule, stretches: many } }))).toContain('asg-schedule-3.json');
  });

  it.each([
    ['hpa-v2', { spec: { maxReplicas: 3 } }],
    ['keda-scaledobject', { spec: { triggers: [] } }],
    [
      'asg-batch',
      { AutoScalingGroupName: 'a', ScheduledUpdateGroupActions: [{ ScheduledActionName: 'a', StartTime: '2026-09-10T08:58:00+09:00' }] },
    ],
  ])('are held to schemas that can fail: %s', (schema, broken) => expect(problems(schema, broken)).not.toBe(''));
});
