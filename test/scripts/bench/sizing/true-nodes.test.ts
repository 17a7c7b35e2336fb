import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { drawArrivals } from '../../../../scripts/bench/sizing/simulator/draw-times.ts';
import type { System } from '../../../../scripts/bench/sizing/simulator/system.ts';
import { dispersionOf } from '../../../../scripts/bench/sizing/systems/dispersion-of.ts';
import type { SystemQuestion } from '../../../../scripts/bench/sizing/systems/system-question.ts';
import { trueNodes } from '../../../../scripts/bench/sizing/systems/true-nodes.ts';

const system: System = { workers: 2, service: { shape: 'exponential', mean: 0.1, cs2: 1 }, balancer: 'shared', database: null };
/** 10.1 busy workers: not a multiple of the nodes', where rates coincide in the formula. */
const RATE = 101;
const LOAD = 10.1;
const question: SystemQuestion = {
  number: 1,
  system,
  arrivals: { kind: 'poisson' },
  peakRate: RATE,
  target: { percentile: 95, limit: 0.4 },
  ladder: [],
  spacing: 'poisson',
  room: Number.POSITIVE_INFINITY,
  meter: false,
  shared: 'none',
};
const OPTIONS = { least: 100_000, most: 800_000 };
const nodesOf = (change: Partial<System>, others: Partial<SystemQuestion> = {}) =>
  trueNodes({ ...question, ...others, system: { ...system, ...change } }, OPTIONS);

/** P(R > t) of M/M/c: service and wait of rate cμ − λ, by convolution. */
function tailOfMMc(servers: number, load: number, mean: number, time: number): number {
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = (load * blocked) / (count + load * blocked);
  const delayed = blocked / (1 - (load / servers) * (1 - blocked));
  const [rate, decay] = [1 / mean, (servers - load) / mean];
  const both = (decay * Math.exp(-rate * time) - rate * Math.exp(-decay * time)) / (decay - rate);
  return (1 - delayed) * Math.exp(-rate * time) + delayed * both;
}

describe('the true number of nodes', () => {
  // One line: M/M/2n by formula. Random: M/M/2 at each of n nodes.
  const smallest = (keeps: (nodes: number) => boolean) => Array.from({ length: 60 }, (_, i) => i + 6).find(keeps);

  it('is that of M/M/c behind one line', () => {
    expect(nodesOf({})).toEqual({ nodes: smallest((nodes) => tailOfMMc(2 * nodes, LOAD, 0.1, 0.4) <= 0.05), sure: true });
  });

  it('is that of a queue at each node behind a random balancer', () => {
    expect(nodesOf({ balancer: 'random' })).toEqual({
      nodes: smallest((nodes) => tailOfMMc(2, LOAD / nodes, 0.1, 0.4) <= 0.05),
      sure: true,
    });
  });

  it('grows from one line over fewest requests and round robin to random, and with bursts', () => {
    const counts = (['shared', 'fewest-requests', 'round-robin', 'random'] as const).map((balancer) => nodesOf({ balancer }).nodes!);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[3]).toBeGreaterThan(counts[0]!);
    expect(nodesOf({}, { arrivals: { kind: 'bursts', seconds: 1, swing: 1 } }).nodes).toBeGreaterThan(counts[0]! + 2);
  });

  it.each([
    // 101/s ask for 50 ms each of four connections: 80/s is all they can do.
    ['saturated', { connections: 4, query: { shape: 'exponential', mean: 0.05, cs2: 1 } }, null],
    // 3.9 of 4 connections are busy, so M/M/4 waits in series with 100 ms: with any number of nodes p95 is beyond 400 ms.
    ['too slow', { connections: 4, query: { shape: 'exponential', mean: 0.0385, cs2: 1 } }, null],
  ] satisfies [string, System['database'], number | null][])('is none with a database that is %s', (_, database, nodes) => {
    expect(nodesOf({ database })).toEqual({ nodes, sure: true });
  });

  it('is not sure when a budget lies on the edge between two numbers', () => {
    // The budget is where M/M/14 has its p95.
    let [low, high] = [0.2, 2];
    while (high - low > 1e-9) {
      const middle = (low + high) / 2;
      if (tailOfMMc(14, LOAD, 0.1, middle) > 0.05) low = middle;
      else high = middle;
    }
    expect(nodesOf({}, { target: { percentile: 95, limit: low } }).sure).toBe(false);
  });
});

describe('dispersion of counts', () => {
  it('is 1 for Poisson arrivals, within 15 %', () => {
    for (const { value } of dispersionOf(drawArrivals({ kind: 'poisson' }, 100, 300_000, randomFrom(1, 1))))
      expect(Math.abs(value - 1)).toBeLessThan(0.15);
  });

  it('grows with the window as that of a rate that changes at random', () => {
    const [rate, length, swing] = [100, 0.5, 0.8];
    const arrivals = drawArrivals({ kind: 'bursts', seconds: length, swing }, rate, 1_000_000, randomFrom(1, 1));
    const found = dispersionOf(arrivals);
    expect(found.map(({ seconds }) => seconds)).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10, 20]);
    for (const { seconds, value } of found) {
      // Two rates, left at 1/length each: covariance swing²λ²e^{−2t/length}, integrated over the window.
      const settled = 1 - (length / (2 * seconds)) * -Math.expm1((-2 * seconds) / length);
      expect(value / (1 + swing ** 2 * rate * length * settled)).toBeGreaterThan(0.85);
      expect(value / (1 + swing ** 2 * rate * length * settled)).toBeLessThan(1.15);
    }
  });
});
