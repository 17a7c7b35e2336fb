import { hpaReplicas } from '../../../models/reliability/hpa.ts';
import type { Duration } from '../../../models/simulation/duration.ts';
import type { RandomStream } from '../../../models/simulation/random-stream.ts';
import { createEventHeap, type EventHeap } from './event-heap.ts';

export interface SimulatedAutoscaler {
  readonly startNodes: number;
  readonly serversPerNode: number;
  readonly service: Duration;
  /** Arrivals per unit of time at a time, never above `mostRate`. */
  readonly rateAt: (time: number) => number;
  readonly mostRate: number;
  readonly until: number;
  readonly random: RandomStream;
  /** Looks every `interval` at the utilisation since the last look, and aims at `target`; new nodes serve `startTime` later. It only adds: a surge ends sooner than its windows. */
  readonly scaler: { readonly interval: number; readonly target: number; readonly startTime: number };
}

export interface AutoscaledRun {
  /** Response times in order of arrival. */
  readonly responses: Float64Array;
  readonly mostQueued: number;
  /** Nodes that served, from which time on. */
  readonly nodes: readonly { readonly time: number; readonly nodes: number }[];
}

const [ARRIVAL, DEPARTURE, LOOK, READY] = [0, 1, 2, 3];

interface Run {
  readonly scaled: SimulatedAutoscaler;
  readonly events: EventHeap;
  readonly arrivals: number[];
  readonly responses: number[];
  readonly line: number[];
  readonly nodes: { time: number; nodes: number }[];
  head: number;
  ready: number;
  asked: number;
  busy: number;
  /** Busy servers integrated over time since the last look. */
  area: number;
  last: number;
  mostQueued: number;
}

/**
 * A pool of nodes that an autoscaler of Kubernetes' rule enlarges while a surge grows, by discrete events.
 * Used to check what the formulas of lag say: demand grows before capacity counts.
 *
 * Arrivals are Poisson of a changing rate by thinning (Lewis and Shedler 1979); one line, first come first served. Runs until everybody is served.
 * @example simulateAutoscaler({ startNodes: 1, serversPerNode: 1, service: () => 1, rateAt: () => 1, mostRate: 1, until: 0, random: () => 0.5, scaler: { interval: 1, target: 0.5, startTime: 1 } }).mostQueued // => 0
 */
export function simulateAutoscaler(scaled: SimulatedAutoscaler): AutoscaledRun {
  const { startNodes, scaler, until } = scaled;
  const run: Run = {
    scaled,
    events: createEventHeap(),
    arrivals: [],
    responses: [],
    line: [],
    nodes: [{ time: 0, nodes: startNodes }],
    head: 0,
    ready: startNodes,
    asked: startNodes,
    busy: 0,
    area: 0,
    last: 0,
    mostQueued: 0,
  };
  nextArrival(run, 0);
  for (let look = scaler.interval; look < until; look += scaler.interval) run.events.put(look, LOOK, 0);
  for (let event = run.events.take(); event !== undefined; event = run.events.take()) {
    const { time, kind, subject } = event;
    run.area += run.busy * (time - run.last);
    run.last = time;
    if (kind === ARRIVAL) arrive(run, time);
    else if (kind === DEPARTURE) depart(run, time, subject);
    else if (kind === LOOK) look(run, time);
    else begin(run, time, subject);
  }
  return { responses: Float64Array.from(run.responses), mostQueued: run.mostQueued, nodes: run.nodes };
}

function nextArrival({ scaled: { random, mostRate, rateAt, until }, events }: Run, after: number): void {
  let time = after;
  do time -= Math.log(random()) / mostRate;
  while (time < until && random() * mostRate > rateAt(time));
  if (time < until) events.put(time, ARRIVAL, 0);
}

function arrive(run: Run, now: number): void {
  run.line.push(run.arrivals.length);
  run.arrivals.push(now);
  serve(run, now);
  run.mostQueued = Math.max(run.mostQueued, run.line.length - run.head);
  nextArrival(run, now);
}

/** Fills the servers that are free. */
function serve(run: Run, now: number): void {
  while (run.busy < run.ready * run.scaled.serversPerNode && run.head < run.line.length) {
    run.busy++;
    run.events.put(now + run.scaled.service(), DEPARTURE, run.line[run.head++]!);
  }
}

function depart(run: Run, now: number, person: number): void {
  run.responses[person] = now - run.arrivals[person]!;
  run.busy--;
  serve(run, now);
}

/** What is starting counts as asked for, as the autoscaler does not ask twice. */
function look(run: Run, now: number): void {
  const { serversPerNode, scaler } = run.scaled;
  const current = run.area / (scaler.interval * run.ready * serversPerNode);
  run.area = 0;
  const wanted = hpaReplicas({ replicas: run.ready, current, target: scaler.target });
  if (wanted <= run.asked) return;
  run.events.put(now + scaler.startTime, READY, wanted);
  run.asked = wanted;
}

function begin(run: Run, now: number, nodes: number): void {
  run.ready = nodes;
  run.nodes.push({ time: now, nodes });
  serve(run, now);
}
