import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentialService } from '../../../../models/capacity/laws/service-law.ts';
import { burstFactor } from '../../../../models/demand/peak/burst-factor.ts';
import type { PlanSchedule } from '../../../../models/results/plan/plan-schedule.ts';
import { nodesForConfidence } from '../../../../models/sizing/nodes-for.ts';
import { peakDistribution } from '../../../../models/sizing/peak-distribution.ts';
import { USUAL_POLICY } from '../../../../models/sizing/policy.ts';
import { type DemandHour, hourlyDemand } from '../../../../models/sizing/schedule/hourly-demand.ts';
import { minutesOf } from '../../../../models/sizing/schedule/local-time.ts';
import { nodeSchedule } from '../../../../models/sizing/schedule/node-schedule.ts';
import { dailyForecast, hourlyForecast } from './made-forecast.ts';

const world = { service: exponentialService(0.04), serversPerNode: 8, ca2: 1, balancer: 'shared', contention: 0, coherency: 0 } as const;
const policy = { ...USUAL_POLICY, budget: { percentile: 99, limit: 0.2 } };
const rules = { timeZone: 'Asia/Seoul', leadMinutes: 2, leastMinutes: 60, changeSaves: 0, deployment: 'app', group: 'app' };
const made = (hours: readonly DemandHour[], change: Partial<typeof rules> = {}, perUnit = 1): PlanSchedule =>
  nodeSchedule({ hours, perUnit, best: world, worlds: [world], policy, schedule: { ...rules, ...change } });
const hoursOf = (given: ReturnType<typeof hourlyDemand>): readonly DemandHour[] => {
  if ('missing' in given) throw new Error(given.missing);
  return given;
};
const hours = hoursOf(hourlyDemand(hourlyForecast(2, 4_000_000), 3600));

/** Nodes that run at a moment. */
const nodesAt = ({ stretches }: PlanSchedule, minutes: number): number =>
  stretches.find(({ from, to }) => minutes >= minutesOf(from) && minutes < minutesOf(to))!.nodes;

describe('nodeSchedule', () => {
  it('needs each hour what a plan for that hour needs, and runs it the lead before, to its end', () => {
    const schedule = made(hours);
    schedule.hours.forEach((hour, i) => {
      const peak = peakDistribution(hours[i]!.rate);
      expect(hour.alone).toBe(nodesForConfidence([world], { peak, target: policy.budget, confidence: 0.95 }));
      // A zone of three lost.
      expect(hour.need).toBe(Math.max(hour.alone + 1, 3 * Math.ceil(hour.alone / 2)));
      const start = minutesOf(hour.time);
      for (const minute of [i === 0 ? start : start - rules.leadMinutes, start, start + 30, start + 57])
        expect(nodesAt(schedule, minute), hour.time).toBeGreaterThanOrEqual(hour.need);
    });
    expect(schedule.most).toBeGreaterThan(3 * schedule.least);
    expect(schedule.nodeHours).toBeLessThan(schedule.flatNodeHours);
  });

  it('never runs fewer than any hour needs, in no stretch shorter than asked, whatever the demand', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 4, maxLength: 40 }),
        fc.constantFrom(60, 120, 300),
        fc.constantFrom(0, 2, 15),
        fc.constantFrom(0, 5),
        (rates, leastMinutes, leadMinutes, changeSaves) => {
          const given = rates.map((rate, i) => ({
            time: new Date(Date.UTC(2026, 0, 1, i)).toISOString().slice(0, 16),
            rate: { p50: rate, p80: rate * 1.1, p90: rate * 1.2, p95: rate * 1.3, p99: rate * 1.5 },
          }));
          const schedule = made(given, { leastMinutes, leadMinutes, changeSaves });
          for (const [i, { time, need }] of schedule.hours.entries())
            for (const minute of [i === 0 ? 0 : -leadMinutes, 0, 59 - leadMinutes])
              expect(nodesAt(schedule, minutesOf(time) + minute)).toBeGreaterThanOrEqual(need);
          for (const { from, to } of schedule.stretches)
            expect(minutesOf(to) - minutesOf(from)).toBeGreaterThanOrEqual(Math.min(leastMinutes, 60 * rates.length) - leadMinutes);
        },
      ),
      { numRuns: 40 },
    ));

  it('asks more of each change until one group can take all of them: 125 actions, four weeks of days', () => {
    const month = made(hoursOf(hourlyDemand(hourlyForecast(28, 8_000_000), 3600)));
    expect(month.stretches.length).toBeLessThanOrEqual(120);
    expect(month.stretches.length).toBeGreaterThan(28);
    expect(month.changeSaves).toBeGreaterThan(rules.changeSaves);
  });

  it('counts requests: twice as many a unit need the nodes of twice the demand', () => {
    const doubled = hours.map(({ time, rate: { p50, p80, p90, p95, p99 } }) => ({
      time,
      rate: { p50: 2 * p50, p80: 2 * p80, p90: 2 * p90, p95: 2 * p95, p99: 2 * p99 },
    }));
    expect(made(hours, {}, 2).stretches).toEqual(made(doubled).stretches);
  });
});

describe('hourlyDemand', () => {
  it('takes hours as they are, with the bursts within each', () => {
    const [rate, middle] = [hours[13]!.rate.p50, 4_000_000 / 3600];
    expect(rate).toBeCloseTo(middle * burstFactor(middle, 1), 6);
    expect(hours[0]!.time).toBe('2026-09-10T00:00');
  });

  it('takes the hours of days from the shape of the peak day, by the total of each day', () => {
    const days = hoursOf(hourlyDemand(dailyForecast(3, 4_000_000), 86_400));
    expect(days).toHaveLength(72);
    const at = (time: string) => days.find((one) => one.time === time)!.rate.p95;
    expect(at('2026-09-12T13:00')).toBeCloseTo(hours[13]!.rate.p95, 6);
    const half = (4_000_000 * 1.1) / 3600 / 2;
    expect(at('2026-09-11T13:00')).toBeCloseTo(half * burstFactor(half, 1), 6);
  });

  it('says what is missing where days are all that is known', () => {
    const { curves: _, ...daily } = dailyForecast(3, 1000);
    expect(hourlyDemand(daily, 86_400)).toEqual({
      missing: expect.stringMatching(/^no schedule: the forecast knows days alone, .*; forecast from hourly demand/),
    });
  });
});
