import { describe, expect, it } from 'vitest';
import { type RunContext, summariseRun } from '../../../../models/measurement/summary/summarise.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { configuration, limits } from '../../made-surge.ts';
import { cellsOf, end, foldOf, head, journeySample, nobody, sample, second, variantSample } from '../lines.ts';

const context: RunContext = {
  id: 'run-1',
  configuration: { ...configuration, queue: { ...limits, announcedGraceSeconds: 1 } },
  seed: 7,
  target: 'embedded',
  simulated: true,
  startedAt: '2026-11-22T00:00:00.000Z',
  interruption: null,
  generator: [
    { second: 0, cpu: 0.4, memoryMiB: 90, openFiles: null, received: 1_000, sent: 500 },
    { second: 1, cpu: 0.8, memoryMiB: 110, openFiles: null, received: 3_000, sent: 900 },
  ],
  forecast: null,
};
const summary = (lines: readonly MeasurementLine[], over: Partial<RunContext> = {}) => {
  return summariseRun(foldOf(lines), { ...context, ...over });
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
        variantSample(0, [100]),
        variantSample(1, [900], { outcome: 'failed' }),
        journeySample('qr-payment', [8_000, 9_000]),
        journeySample('qr-payment', [300], { outcome: 'failed' }),
        journeySample('qr-payment', [5_000], { clock: 0 }),
      ],
      admissions: [
        [0, 1, 1_000, 11_000, 9_000, 0, 0],
        [0, 2, 1_100, 10_500, 20_000, 0, 0],
        [1, 1, 500, 600, 0, 0, 0],
      ],
      errors: [[9, 'x', 'system', 1]],
      statuses: [
        [200, 5],
        [500, 1],
      ],
      connections: [3, 2],
      redirects: 1,
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
      version: 2,
      surge: 'onnuri-launch',
      profile: 'smoke',
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
    expect(run.queue?.announcedWithin).toBe(0.5);
    expect(run.queue?.wait.max).toBeCloseTo(10_000, -2);
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
      title: 'Join the queue',
      room: true,
      rate: 4,
      variants: [],
      attempts: 4,
      outcomes: { ok: 4 },
      service: { count: 2 },
      response: { count: 4 },
    });
    expect(pay).toMatchObject({
      step: 'pay',
      title: 'Pay',
      room: false,
      attempts: 2,
      outcomes: { ok: 1, failed: 1 },
      response: { count: 1, p50: null },
    });
  });

  it('adds the outcomes of several phases', () => {
    const twice = [head(), second({ samples: [sample('pay', [1], { phase: 0 }), sample('pay', [1, 2])] })];
    expect(summary(twice).steps[0]).toMatchObject({ outcomes: { ok: 3 }, response: { count: 3 } });
  });

  it('splits a step by its tags, sums up journeys, answers and connections', () => {
    const run = summary(lines);
    expect(run.steps[1]!.variants).toMatchObject([
      { tag: 'issuer', value: 'KB', attempts: 1, outcomes: { ok: 1 }, response: { count: 1 } },
      { tag: 'issuer', value: 'BC', attempts: 1, outcomes: { failed: 1 }, response: { count: 0 } },
    ]);
    expect(run.journeys).toMatchObject([
      { journey: 'register-card', title: 'Register', people: 0, finished: 0, response: { count: 0, max: null } },
      { journey: 'qr-payment', people: 3, finished: 2, response: { count: 2, max: expect.closeTo(9_000, -2) } },
    ]);
    expect(run).toMatchObject({
      statuses: [
        { status: 200, count: 5 },
        { status: 500, count: 1 },
      ],
      connections: { opened: 3, tlsHandshakes: 2 },
      redirects: 1,
      bytes: { received: 3_000, sent: 900 },
    });
  });

  it('lists steps in the order of the surge, and one that the surge does not know last', () => {
    const strange = [
      head({ steps: ['strange', 'pay', 'login'] }),
      second({ samples: [0, 1, 2].map((step) => [step, 0, 0, 1, [1280, 1]] as const) }),
    ];
    expect(summary(strange).steps.map(({ step, title, room }) => [step, title, room])).toEqual([
      ['login', 'login', false],
      ['pay', 'Pay', false],
      ['strange', 'strange', false],
    ]);
  });

  it('has a rate over the seconds from the first to the last attempt', () => {
    const at = (seconds: readonly number[]) => seconds.map((s) => second({ second: s, samples: [sample('pay', [1, 1, 1])] }));
    expect(summary([head(), ...at([2, 4]), second({ second: 9 })]).steps[0]!.rate).toBe(2);
    expect(summary([head(), second({ samples: [sample('pay', [1], { clock: 0 })] })]).steps[0]).toMatchObject({ attempts: 0, rate: null });
  });

  it('has no queue for a target without a waiting room', () => {
    expect(summary(lines, { configuration: { ...configuration, queue: null } }).queue).toBeNull();
  });

  it('says null, not zero, of what was not measured', () => {
    const run = summary([], { generator: [] });
    expect(run.bytes).toBeNull();
    expect(run.startedAt).toBe(context.startedAt);
    expect(run.arrivals).toMatchObject({ scheduled: 0, onTimeShare: null, startLag: { mean: null, max: null } });
    expect(run.queue).toMatchObject({ maxWaitingAt: null, kendallTau: null, announcedWithin: null });
    expect(run.generator).toEqual({ cpuMean: null, cpuMax: null, memoryMaxMiB: null, loopLagP99: null, silentSeconds: 0 });
  });
});
