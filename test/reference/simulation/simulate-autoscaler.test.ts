import { describe, expect, it } from 'vitest';
import { hpaReplicas } from '../../../models/reliability/hpa.ts';
import { durationOf } from '../../../models/simulation/duration.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { backlog } from '../../../models/transient/backlog.ts';
import { type SimulatedAutoscaler, simulateAutoscaler } from './simulate-autoscaler.ts';

const exponential = (mean: number, stream: number) => durationOf(mean, 1, randomStream(7, stream));

const off = (measured: number, expected: number) => Math.abs(measured / expected - 1);

describe('simulateAutoscaler', () => {
  const RAMP = { from: 100, to: 1000, time: 300 };
  const rateAt = (time: number) => Math.min(RAMP.to, RAMP.from + ((RAMP.to - RAMP.from) * time) / RAMP.time);
  const surge: SimulatedAutoscaler = {
    startNodes: 7,
    serversPerNode: 4,
    mostRate: RAMP.to,
    until: 500,
    rateAt,
    service: exponential(0.04, 5),
    random: randomStream(7, 6),
    scaler: { interval: 15, target: 0.6, startTime: 75 },
  };

  it('asks for what the rule says of the utilisation it saw: 100/s growing by 3/s each second, on 7 nodes of 100/s', () => {
    const { nodes } = simulateAutoscaler(surge);
    const first = nodes[1]!;
    // The look that asked was one start earlier; it saw the mean rate of the 15 s before it.
    const seen = rateAt(first.time - 75 - 7.5) * 0.04;
    expect(Math.abs(first.nodes - hpaReplicas({ replicas: 7, current: seen / 28, target: 0.6, tolerance: 0 }))).toBeLessThanOrEqual(1);
    expect(nodes.at(-1)!.nodes).toBeGreaterThanOrEqual(14);
  });

  it('piles up the backlog that the fluid says of capacity that comes one lag late, within 10 %', () => {
    const late = simulateAutoscaler({ ...surge, startNodes: 2, service: exponential(0.04, 7), random: randomStream(7, 8) });
    const capacity = late.nodes.flatMap(({ time, nodes }, i) => {
      const before = late.nodes[i - 1]?.nodes ?? nodes;
      return [[time - 1e-6, before * 100] as const, [time, nodes * 100] as const];
    });
    const arrivals = [
      [0, RAMP.from],
      [RAMP.time, RAMP.to],
    ] as const;
    expect(off(late.mostQueued, backlog({ arrivals, capacity }).maxBacklog)).toBeLessThan(0.1);
  });

  it('has no backlog to speak of when the nodes of one lag after the start of the surge run before it', () => {
    // 90 s of lag at 3/s each second: 370/s are reached; at a utilisation of 60 % that takes 7 nodes, and so on with every look.
    const ready = simulateAutoscaler({ ...surge, service: exponential(0.04, 9), random: randomStream(7, 10) });
    const late = ready.responses.filter((response) => response > 0.5).length / ready.responses.length;
    expect(late).toBeLessThan(0.01);
  });
});
