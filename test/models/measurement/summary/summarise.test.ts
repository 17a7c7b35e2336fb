import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import { type RunContext, summariseRun } from '../../../../models/measurement/summary/summarise.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { cellsOf, end, head, nobody, sample, second } from '../lines.ts';

const context: RunContext = {
  id: 'run-1',
  scenario: 'onnuri-launch',
  profile: 'smoke',
  seed: 7,
  target: 'embedded',
  simulated: true,
  startedAt: '2026-11-22T00:00:00.000Z',
  interruption: null,
  generator: [
    { second: 0, cpu: 0.4, memoryMiB: 90, openFiles: null },
    { second: 1, cpu: 0.8, memoryMiB: 110, openFiles: null },
  ],
  queue: { announcedGraceSeconds: 1, maxAnnouncedError: 0.3 },
  forecast: null,
};
const summary = (lines: readonly MeasurementLine[], over: Partial<RunContext> = {}) => {
  const fold = createFold();
  for (const line of lines) fold.add(line);
  return summariseRun(fold.result(), { ...context, ...over });
};

describe('summariseRun', () => {
  const lines: MeasurementLine[] = [
    head(),
    second({
      scheduled: 4,
      started: 4,
      startLag: cellsOf([1, 2, 24, 40]),
      loopLag: cellsOf([3]),
      users: { ...nobody, arrived: 4, inLine: 4 },
      samples: [
        sample('queue-join', [5, 6, 7, 8]),
        sample('queue-join', [1, 1], { clock: 0 }),
        sample('pay', [900], { outcome: 'failed' }),
        sample('pay', [100], { phase: 0 }),
      ],
      admissions: [
        [0, 1, 1_000, 11_000, 9_000],
        [0, 2, 1_100, 10_500, 20_000],
        [1, 1, 500, 600, 0],
      ],
      errors: [[9, 'x', 'system', 1]],
      lostPlaces: 1,
      abandoned: 1,
    }),
    second({ second: 1, users: { ...nobody, arrived: 4, inLine: 1, active: 3 } }),
    end({ second: 2, users: { ...nobody, arrived: 4, finished: 1, gaveUp: 1, failed: 1, active: 1 } }),
  ];

  it('counts arrivals, people and the line', () => {
    const run = summary(lines);
    expect(run).toMatchObject({
      schema: 'surgeproof/run',
      version: 1,
      durationSeconds: 2,
      startedAt: new Date(1_795_000_000_000).toISOString(),
    });
    // Three of four starts within 25 ms.
    expect(run.arrivals).toMatchObject({ scheduled: 4, started: 4, onTimeShare: 0.75, startLag: { count: 4, p99: null } });
    expect(run.users).toMatchObject({ arrived: 4, finished: 1, gaveUp: 1, failed: 1, waiting: 1 });
    // Ticket 1 of lane 0 was let in after ticket 2: one person overtaken, one pair, and it is in the wrong order.
    expect(run.queue).toMatchObject({
      joined: 4,
      admitted: 3,
      maxWaiting: 4,
      maxWaitingAt: 0,
      lostPlaces: 1,
      abandoned: 1,
      inversions: 1,
      kendallTau: -1,
    });
    // Of the two who joined after 1 s: 9 s for 10 s is within 30 %, 20 s for 9.4 s is not.
    expect(run.queue.announcedWithin).toBe(0.5);
    expect(run.queue.wait.max).toBeCloseTo(10_000, -2);
    expect(run.generator).toEqual({
      cpuMean: expect.closeTo(0.6),
      cpuMax: 0.8,
      memoryMaxMiB: 110,
      loopLagP99: expect.closeTo(3, 1),
      silentSeconds: 0,
    });
    expect(run.errors).toEqual([{ step: 'pay', cause: 'x', owner: 'system', count: 1 }]);
  });

  it('summarises steps over all phases, with times of expected answers only', () => {
    const [join, pay] = summary(lines).steps;
    expect(join).toMatchObject({
      step: 'queue-join',
      journey: 'waiting-room',
      attempts: 4,
      outcomes: { ok: 4 },
      service: { count: 2 },
      response: { count: 4 },
    });
    expect(pay).toMatchObject({
      step: 'pay',
      journey: 'qr-payment',
      attempts: 2,
      outcomes: { ok: 1, failed: 1 },
      response: { count: 1, p50: null },
    });
  });

  it('adds the outcomes of several phases', () => {
    const twice = [head(), second({ samples: [sample('pay', [1], { phase: 0 }), sample('pay', [1, 2])] })];
    expect(summary(twice).steps[0]).toMatchObject({ outcomes: { ok: 3 }, response: { count: 3 } });
  });

  it('puts a step it does not know under no journey', () => {
    expect(summary([head({ steps: ['strange'] }), second({ samples: [[0, 0, 0, 1, [1280, 1]]] })]).steps[0]).toMatchObject({
      step: 'strange',
      journey: 'other',
    });
  });

  it('says null, not zero, of what was not measured', () => {
    const run = summary([], { generator: [] });
    expect(run.startedAt).toBe(context.startedAt);
    expect(run.arrivals).toMatchObject({ scheduled: 0, onTimeShare: null, startLag: { mean: null, max: null } });
    expect(run.queue).toMatchObject({ maxWaitingAt: null, kendallTau: null, announcedWithin: null });
    expect(run.generator).toEqual({ cpuMean: null, cpuMax: null, memoryMaxMiB: null, loopLagP99: null, silentSeconds: 0 });
  });
});
