import { type NodeWorld, saturationRate } from '../../capacity/laws/node-world.ts';
import { quantilesBy } from '../../results/forecast/peak-quantiles.ts';
import type { PlanSchedule, PlanScheduleHour, PlanStretch } from '../../results/plan/plan-schedule.ts';
import { budgetRate } from '../budget-rate.ts';
import { spareNodes } from '../losses.ts';
import { peakDistribution } from '../peak-distribution.ts';
import type { SizingPolicy } from '../policy.ts';
import type { DemandHour } from './hourly-demand.ts';
import { localTime, minutesOf } from './local-time.ts';
import { nodeTable } from './node-table.ts';
import { type SlotStretch, stretchesOf } from './stretches.ts';

/** Decisions about a schedule. */
export interface SchedulePolicy {
  readonly timeZone: string;
  readonly leadMinutes: number;
  readonly leastMinutes: number;
  /** Node-hours that a change must save. */
  readonly changeSaves: number;
  readonly deployment: string;
  readonly group: string;
}

export interface ScheduleQuestion {
  readonly hours: readonly DemandHour[];
  /** Requests for one of what the hours count. */
  readonly perUnit: number;
  readonly best: NodeWorld;
  readonly worlds: readonly NodeWorld[];
  readonly policy: SizingPolicy;
  readonly schedule: SchedulePolicy;
}

/**
 * When how many nodes run: each hour at least those that keep the budget at its demand with the confidence of the plan, with a node, a zone or
 * a release out; in stretches of a least length, the rises earlier by the lead. Refuses like `nodeTable`.
 */
export function nodeSchedule({ hours, perUnit, best, worlds, policy, schedule }: ScheduleQuestion): PlanSchedule {
  const { confidence, budget } = policy;
  const table = nodeTable(worlds, budget);
  const needs = hours.map(({ rate }) => {
    const quantiles = quantilesBy((name) => rate[name] * perUnit);
    const demand = peakDistribution(quantiles);
    const alone = table.nodesFor(demand, confidence);
    return { p50: quantiles.p50, budgeted: demand.quantile(confidence), alone, need: spareNodes(alone, policy) };
  });
  const { slots, changeSaves } = fewStretches(
    needs.map(({ need }) => need),
    schedule,
  );
  const nodesAt = (hour: number): number => slots.find(({ from, to }) => hour >= from && hour < to)!.nodes;
  const rows = hours.map(({ time }, hour): PlanScheduleHour => ({ time, ...needs[hour]!, nodes: nodesAt(hour) }));
  const most = Math.max(...slots.map(({ nodes }) => nodes));
  const { timeZone, leadMinutes, leastMinutes, deployment, group } = schedule;
  return {
    ...{ timeZone, confidence, leadMinutes, leastMinutes, deployment, group },
    least: Math.min(...slots.map(({ nodes }) => nodes)),
    most,
    nodeHours: slots.reduce((sum, { from, to, nodes }) => sum + nodes * (to - from), 0),
    flatNodeHours: most * hours.length,
    changeSaves,
    targetUtilisation: budgetRate(best, Math.max(...needs.map(({ alone }) => alone)), budget) / saturationRate(best, most),
    hours: rows,
    stretches: slots.map((slot, i) => stretchOf(slot, slots[i - 1], slots[i + 1], hours, leadMinutes)),
  };
}

/** Stretches at most: an Auto Scaling group takes 125 scheduled actions. Source: AWS, quotas of EC2 Auto Scaling. */
const MOST_STRETCHES = 120;

/** The stretches, with twice the saving asked of each change until they are few enough. */
function fewStretches(
  need: readonly number[],
  rules: Pick<SchedulePolicy, 'leastMinutes' | 'changeSaves'>,
): { slots: SlotStretch[]; changeSaves: number } {
  const { leastMinutes, changeSaves } = rules;
  const slots = stretchesOf(need, { least: Math.max(1, Math.ceil(leastMinutes / 60)), changeCost: changeSaves });
  if (slots.length <= MOST_STRETCHES) return { slots, changeSaves };
  return fewStretches(need, { leastMinutes, changeSaves: Math.max(1, 2 * changeSaves) });
}

/** A stretch in local times: what rises begins earlier by the lead, and takes that from the one before. */
function stretchOf(
  { from, to, nodes }: SlotStretch,
  before: SlotStretch | undefined,
  after: SlotStretch | undefined,
  hours: readonly DemandHour[],
  lead: number,
): PlanStretch {
  const early = (rises: boolean): number => (rises ? lead : 0);
  return {
    from: localTime(minutesOf(hours[from]!.time) - early(before !== undefined && nodes > before.nodes)),
    to: localTime(minutesOf(hours[to - 1]!.time) + 60 - early(after !== undefined && after.nodes > nodes)),
    nodes,
  };
}
