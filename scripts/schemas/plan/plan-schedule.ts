import * as z from 'zod';
import type { PlanSchedule } from '../../../models/results/plan/plan-schedule.ts';
import { count } from '../base.ts';

const number = z.number();
const text = z.string();

/** When how many nodes run. */
export const planScheduleSchema = z.object({
  timeZone: text,
  confidence: number,
  leadMinutes: number,
  leastMinutes: number,
  least: count,
  most: count,
  nodeHours: number,
  flatNodeHours: number,
  changeSaves: number,
  targetUtilisation: number,
  hours: z.array(z.object({ time: text, p50: number, budgeted: number, alone: count, need: count, nodes: count })),
  stretches: z.array(z.object({ from: text, to: text, nodes: count })),
  deployment: text,
  group: text,
}) satisfies z.ZodType<PlanSchedule>;
