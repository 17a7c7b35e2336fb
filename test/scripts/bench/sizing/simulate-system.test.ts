import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../models/workload/users/random.ts';
import { drawArrivals, drawTimes } from '../../../../scripts/bench/sizing/simulator/draw-times.ts';
import { simulateSystem, type Work } from '../../../../scripts/bench/sizing/simulator/simulate-system.ts';
import type { Arrivals, System, Times } from '../../../../scripts/bench/sizing/simulator/system.ts';

const CUSTOMERS = 400_000;
const POISSON: Arrivals = { kind: 'poisson' };
const exponential = (mean: number): Times => ({ shape: 'exponential', mean, cs2: 1 });

interface Case {
  readonly workers?: number;
  readonly service?: Times;
  readonly balancer?: System['balancer'];
  readonly database?: System['database'];
  readonly arrivals?: Arrivals;
  readonly nodes?: number;
  readonly rate: number;
}

/** Response times after the first tenth. */
function responsesOf({
  workers = 1,
  service = exponential(1),
  balancer = 'shared',
  database = null,
  arrivals = POISSON,
  nodes = 1,
  rate,
}: Case) {
  const work: Work = {
    arrivals: drawArrivals(arrivals, rate, CUSTOMERS, randomFrom(7, 1)),
    services: drawTimes(service, CUSTOMERS, randomFrom(7, 2)),
    queries: database && drawTimes(database.query, CUSTOMERS, randomFrom(7, 3)),
  };
  const { responses: all } = simulateSystem({ workers, service, balancer, database }, work, { nodes, random: randomFrom(7, 4) });
  return all.subarray(CUSTOMERS / 10);
}

const meanOf = (times: Float64Array) => times.reduce((sum, time) => sum + time, 0) / times.length;

/** Wait of M/M/c by Erlang's recursion, apart from the models. */
function waitOfMMc(servers: number, load: number): number {
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = (load * blocked) / (count + load * blocked);
  const delayed = blocked / (1 - (load / servers) * (1 - blocked));
  return delayed / (servers - load);
}

/** Number of people in two queues of one exponential server each, the shorter joined, ties by chance: the chain, solved by sweeps. */
function shorterOfTwo(rate: number): number {
  const most = 40;
  let share = new Float64Array(most * most).fill(1 / most ** 2);
  const uniform = rate + 2;
  for (let sweep = 0; sweep < 6_000; sweep++) {
    const next = new Float64Array(most * most);
    const move = (from: number, a: number, b: number, chance: number) => {
      const to = Math.min(most - 1, Math.max(0, a)) * most + Math.min(most - 1, Math.max(0, b));
      next[to]! += share[from]! * chance;
    };
    for (let a = 0; a < most; a++)
      for (let b = 0; b < most; b++) {
        const first = a < b ? 1 : a === b ? 0.5 : 0;
        move(a * most + b, a + 1, b, (rate * first) / uniform);
        move(a * most + b, a, b + 1, (rate * (1 - first)) / uniform);
        move(a * most + b, a - 1, b, 1 / uniform);
        move(a * most + b, a, b - 1, 1 / uniform);
      }
    share = next;
  }
  return share.reduce((sum, one, state) => sum + one * (Math.floor(state / most) + (state % most)), 0);
}

/** Root of σ = E[e^{−(1−σ)A}] of Erlang arrivals of k stages: the wait of a server that every k-th Poisson arrival comes to is σ/(1 − σ). */
function waitOfEkM1(stages: number, rate: number): number {
  let root = 0.5;
  for (let i = 0; i < 1_000; i++) root = ((stages * rate) / (stages * rate + 1 - root)) ** stages;
  return root / (1 - root);
}

/** Throughput of a machine repairman: N jobs think 1 and are served by k servers of mean d; product form. */
function repairmanThroughput(jobs: number, servers: number, mean: number): number {
  let [weight, sum, busy] = [1, 1, 0];
  for (let there = 1; there <= jobs; there++) {
    weight *= ((jobs - there + 1) * mean) / Math.min(there, servers);
    sum += weight;
    busy += weight * Math.min(there, servers);
  }
  return busy / sum / mean;
}

// 360,000 customers at these utilisations leave a standard error of 1 to 2 % of a mean.
describe('the simulator that plans are judged by', () => {
  it.each([
    ['M/M/1 at 0.8', { rate: 0.8 }, waitOfMMc(1, 0.8) + 1],
    ['M/M/8 at 0.9, one line of 4 nodes of 2', { workers: 2, nodes: 4, rate: 7.2 }, waitOfMMc(8, 7.2) + 1],
    ['M/D/1 at 0.8, Pollaczek and Khinchine', { service: { shape: 'constant', mean: 1, cs2: 0 }, rate: 0.8 }, 0.8 / (2 * 0.2) + 1],
    ['M/G/1 at 0.7, lognormal', { service: { shape: 'lognormal', mean: 1, cs2: 2 }, rate: 0.7 }, (0.7 * 3) / (2 * 0.3) + 1],
    ['M/G/1 at 0.7, two exponentials', { service: { shape: 'two exponentials', mean: 1, cs2: 4 }, rate: 0.7 }, (0.7 * 5) / (2 * 0.3) + 1],
    ['M/G/1 at 0.8, Erlang', { service: { shape: 'erlang', mean: 1, cs2: 0.25 }, rate: 0.8 }, (0.8 * 1.25) / (2 * 0.2) + 1],
    ['random over 4 nodes of 2: M/M/2 each', { balancer: 'random', workers: 2, nodes: 4, rate: 6.4 }, waitOfMMc(2, 1.6) + 1],
    ['round robin over 3: every third arrival', { balancer: 'round-robin', nodes: 3, rate: 2.4 }, waitOfEkM1(3, 0.8) + 1],
    ['the shorter of two queues', { balancer: 'fewest-requests', nodes: 2, rate: 1.6 }, shorterOfTwo(1.6) / 1.6],
    ['two choices of two are the shorter', { balancer: 'two-choices', nodes: 2, rate: 1.6 }, shorterOfTwo(1.6) / 1.6],
    // Whole sequence of Mitzenmacher 2001 for many nodes: mean response Σ ρ^(2^i − 2), i ≥ 1.
    [
      'two choices of 200',
      { balancer: 'two-choices', nodes: 200, rate: 180 },
      [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, i) => sum + 0.9 ** (2 ** i - 2), 0),
    ],
    // Workers never bind: M/M/c at the database alone, after a service of mean 1 without a wait.
    [
      'a database, M/M/3 in series',
      { workers: 200, database: { connections: 3, query: exponential(0.5) }, rate: 5 },
      1 + (waitOfMMc(3, 2.5) + 1) / 2,
    ],
  ] satisfies [string, Case, number][])('%s: mean response within 4 %%', (_, given, expected) => {
    expect(meanOf(responsesOf(given)) / expected).toBeGreaterThan(0.96);
    expect(meanOf(responsesOf(given)) / expected).toBeLessThan(1.04);
  });

  it('has workers wait for the database: the throughput of always busy nodes is that of a machine repairman, within 1 %', () => {
    const work = {
      arrivals: new Float64Array(100_000),
      services: drawTimes(exponential(1), 100_000, randomFrom(1, 2)),
      queries: drawTimes(exponential(0.5), 100_000, randomFrom(1, 3)),
    };
    const system: System = {
      workers: 4,
      service: exponential(1),
      balancer: 'shared',
      database: { connections: 3, query: exponential(0.5) },
    };
    const { responses: ends } = simulateSystem(system, work, { nodes: 2, random: randomFrom(1, 4) });
    const throughput = ends.length / ends.reduce((last, end) => Math.max(last, end), 0);
    expect(Math.abs(throughput / repairmanThroughput(8, 3, 0.5) - 1)).toBeLessThan(0.01);
  });

  it('has the exponential tail of M/M/1: p99 of the response is ln 100/(1 − ρ), within 5 %', () => {
    const sorted = responsesOf({ rate: 0.5 }).sort();
    expect(Math.abs(sorted[Math.floor(0.99 * sorted.length)]! / (Math.log(100) / 0.5) - 1)).toBeLessThan(0.05);
  });

  it('refuses what has no room: Erlang B with room for the workers alone', () => {
    const work = {
      arrivals: drawArrivals(POISSON, 4, CUSTOMERS, randomFrom(1, 1)),
      services: drawTimes(exponential(1), CUSTOMERS, randomFrom(1, 2)),
      queries: null,
    };
    const system: System = { workers: 5, service: exponential(1), balancer: 'shared', database: null };
    const { responses } = simulateSystem(system, work, { nodes: 1, room: 5, random: randomFrom(1, 4) });
    const refused = responses.filter(Number.isNaN).length;
    // B(5, 4) = 0.19907, from tables.
    expect(refused / CUSTOMERS).toBeCloseTo(0.19907, 2);
  });
});
