import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold } from '../../../models/measurement/fold.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { countPacked } from '../../../models/measurement/packed-cells.ts';
import { isLineProblem, parseMeasurementLine } from '../../../models/measurement/parse-line.ts';
import type { MeasurementLine } from '../../../models/workload/measurement-log.ts';
import { OWNERS } from '../../../models/workload/outcome.ts';
import { end, head, nobody, printed, sample, second } from './lines.ts';

function fold(lines: readonly MeasurementLine[]): FoldedRun {
  const reading = createFold();
  for (const line of lines) reading.add(line);
  return reading.result();
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

const count = fc.integer({ min: 0, max: 50 });
const users = fc.record({ arrived: count, finished: count, gaveUp: count, failed: count, inLine: count, active: count });
const times = fc.array(fc.double({ min: 0.1, max: 20_000, noNaN: true }), { maxLength: 5 });
const anySecond = fc
  .record({
    vu: fc.integer({ min: 1, max: 4 }),
    second: fc.integer({ min: 0, max: 12 }),
    scheduled: count,
    started: count,
    users,
    times,
    ticket: count,
    cause: fc.constantFrom('a', 'b'),
    owner: fc.constantFrom(...OWNERS),
  })
  .map(({ times: ms, ticket, cause, owner, ...line }) =>
    second({
      ...line,
      samples: [sample('pay', ms), sample('queue-join', ms, { outcome: 'timeout', clock: 0 })],
      startLag: sample('pay', ms)[4],
      loopLag: sample('pay', ms)[4],
      admissions: [[ticket % 2, ticket, 10 * ticket, 20 * ticket, 5]],
      errors: [[2, cause, owner, 3]],
      journal: [[`k${ticket}`, ticket, 'approved', 'r']],
      lostPlaces: 1,
      abandoned: 2,
    }),
  );
const anyLine: fc.Arbitrary<MeasurementLine> = fc.oneof(
  { weight: 8, arbitrary: anySecond },
  fc.integer({ min: 1, max: 4 }).map((vu) => head({ vu })),
  fc
    .record({
      vu: fc.integer({ min: 1, max: 4 }),
      second: fc.integer({ min: 0, max: 12 }),
      users,
      reason: fc.constantFrom('complete' as const, 'stopped' as const),
    })
    .map(end),
);

describe('a fold', () => {
  it('gives the same run for every order of the lines', () => {
    const lines = fc.array(anyLine, { maxLength: 40 });
    fc.assert(
      fc.property(
        lines.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([some, shuffled]) => {
          expect(fold(shuffled)).toEqual(fold(some));
        },
      ),
    );
  });

  it('gives the same run whether asked for results in between or not, and however the samples of a second are split over lines', () => {
    fc.assert(
      fc.property(fc.array(anySecond, { maxLength: 20 }), (list) => {
        const asked = createFold();
        for (const line of [head(), ...list]) {
          asked.add(line);
          asked.latest();
          asked.result();
        }
        expect(asked.result()).toEqual(fold([head(), ...list]));
        const split = list.flatMap((line) => [
          { ...line, samples: [] },
          ...line.samples.map((one) => second({ vu: line.vu, second: line.second, users: line.users, samples: [one] })),
        ]);
        expect({ ...fold([head(), ...split]), lines: 0 }).toEqual({ ...fold([head(), ...list]), lines: 0 });
      }),
    );
  });

  it('adds up arrivals, people, losses and histograms of several VUs exactly', () => {
    const run = fold([
      head(),
      head({ vu: 2 }),
      second({
        scheduled: 3,
        started: 2,
        users: { ...nobody, arrived: 2, inLine: 2 },
        samples: [sample('queue-join', [5, 6])],
        lostPlaces: 1,
      }),
      second({
        vu: 2,
        scheduled: 4,
        started: 4,
        users: { ...nobody, arrived: 4, inLine: 1, active: 3 },
        samples: [sample('queue-join', [7])],
        abandoned: 2,
      }),
      second({ second: 1, users: { ...nobody, arrived: 2, inLine: 1, active: 1 }, admissions: [[0, 1, 100, 1_500, 900]] }),
      end({ second: 2, users: { ...nobody, arrived: 2, finished: 2 } }),
      end({ vu: 2, second: 1, users: { ...nobody, arrived: 4, finished: 3, failed: 1 } }),
    ]);
    expect([...run.scheduled]).toEqual([7, 0]);
    expect([...run.started]).toEqual([6, 0]);
    expect([...run.joined]).toEqual([3, 0]);
    expect([...run.admitted]).toEqual([0, 1]);
    // Second 1: one of VU 1 in line, VU 2 has ended with nobody left.
    expect([...run.inLine]).toEqual([3, 1]);
    expect([...run.active]).toEqual([3, 1]);
    expect(run.users).toEqual({ arrived: 6, finished: 5, gaveUp: 0, failed: 1, inLine: 0, active: 0 });
    expect([run.lostPlaces, run.abandoned, run.ended, run.silentSeconds, run.lines]).toEqual([1, 2, 'complete', 0, 7]);
    expect(run.admissions).toEqual([{ lane: 'register', ticket: 1, joined: 100, admitted: 1_500, announced: 900 }]);
    expect(run.samples.map(({ step, outcome, phase, judged, clock, count: n }) => [step, outcome, phase, judged, clock, n])).toEqual([
      ['queue-join', 'ok', 'surge', true, 1, 3],
    ]);
  });

  it('counts no sample twice or not at all, also when more histograms wait than are kept apart', () => {
    const lines = Array.from({ length: 9_000 }, (_, i) =>
      second({ vu: 1 + (i % 3), second: Math.floor(i / 3), samples: [sample('pay', [1 + i])] }),
    );
    const run = fold([head(), ...lines]);
    expect(run.samples[0]!.count).toBe(9_000);
    expect(sum(Float64Array.from(run.samples[0]!.seconds.values(), countPacked))).toBe(9_000);
    expect(run.samples[0]!.seconds.size).toBe(3_000);
  });

  it('takes, of several counts of one VU and second, the one further on', () => {
    const early = { ...nobody, arrived: 5, inLine: 5 };
    const late = { ...nobody, arrived: 5, finished: 1, inLine: 3, active: 1 };
    expect([...fold([head(), second({ users: late }), second({ users: early })]).inLine]).toEqual([3]);
  });

  it('keeps the end of a VU that was stopped, and of two ends the later', () => {
    expect(fold([head(), end({ second: 1 }), end({ second: 1, reason: 'stopped' })]).ended).toBe('stopped');
    expect(fold([head(), end({ second: 4, reason: 'complete' }), end({ second: 3, reason: 'stopped' })]).vus[0]!.lastSecond).toBe(4);
  });

  it('takes, of two ends at the same moment, the one further on', () => {
    const done = { ...nobody, arrived: 2, finished: 2 };
    const early = { ...nobody, arrived: 2, active: 2 };
    expect(fold([head(), end({ users: done }), end({ users: early })]).users).toEqual(done);
    expect(fold([head(), end({ users: early }), end({ users: done })]).users).toEqual(done);
  });

  it('notices silent VUs and missing ends', () => {
    const run = fold([
      head(),
      head({ vu: 2 }),
      second({ second: 0 }),
      second({ second: 3 }),
      second({ vu: 2, second: 0 }),
      second({ vu: 2, second: 1 }),
    ]);
    // VU 1 misses 1 and 2; VU 2 misses 2 (3 is the run's last second, which a killed VU may have been about to write).
    expect(run.silentSeconds).toBe(2);
    expect(run.vus).toEqual([
      { vu: 1, lastSecond: 3, ended: 'cut', silentSeconds: 2 },
      { vu: 2, lastSecond: 1, ended: 'cut', silentSeconds: 1 },
    ]);
    expect(run.ended).toBe('cut');
  });

  it('counts problems: unreadable lines, no head, foreign heads, indices beyond the lists', () => {
    const reading = createFold();
    reading.add({ problem: 'b', refused: false });
    reading.add({ problem: 'a', refused: false });
    expect(reading.result().problems).toEqual({ count: 2, examples: ['a', 'b'] });
    expect(fold([second({ samples: [sample('pay', [1])] })]).problems.examples[0]).toContain('head line is missing');
    expect(fold([second({ samples: [sample('pay', [1])] })]).samples).toEqual([]);
    const mixed = fold([head(), head({ vu: 2 }), head({ vu: 3, seed: 8 })]);
    expect([mixed.head?.seed, mixed.problems.count]).toEqual([7, 1]);
    const foreign = fold([
      head({ steps: ['only'] }),
      second({ samples: [sample('pay', [1])], admissions: [[9, 1, 0, 0, 0]], errors: [[5, 'x', 'system', 1]] }),
    ]);
    expect([foreign.problems.count, foreign.samples.length, foreign.admissions.length, foreign.errors.length]).toEqual([2, 0, 0, 0]);
    for (let i = 0; i < 150; i++) reading.add({ problem: `kind ${i}`, refused: false });
    expect([reading.result().problems.count, reading.result().problems.examples.length]).toEqual([152, 10]);
  });

  it('bounds the number of error causes and loses no count', () => {
    const errors = Array.from({ length: 10_050 }, (_, i) => [2, `cause ${i}`, 'system', 2] as const);
    const run = fold([head(), second({ errors })]);
    expect(run.errors[0]).toEqual({ step: 'open-app', cause: 'other causes', owner: 'system', count: 100 });
    expect(sum(run.errorsByOwner.system)).toBe(20_100);
  });

  it('is empty before the first line', () => {
    const empty = createFold();
    expect(empty.result()).toMatchObject({ head: null, seconds: 0, ended: 'cut', lines: 0, problems: { count: 0, examples: [] } });
    expect(empty.latest()).toMatchObject({ second: 0, phase: null, steps: [], loopLagP99: null, maxWaiting: 0 });
  });
});

describe('the latest view', () => {
  it('shows rates and latencies of the last seconds only', () => {
    const reading = createFold();
    reading.add(head());
    for (let s = 0; s < 30; s++) {
      const samples = [
        sample('pay', [s < 20 ? 9_000 : 100]),
        sample('pay', [5], { outcome: 'failed' }),
        sample('login', [50], { clock: 0 }),
      ];
      reading.add(
        second({
          second: s,
          scheduled: 4,
          started: s,
          users: { ...nobody, arrived: s, inLine: 30 - s },
          samples,
          loopLag: [1280, 1],
          errors: [[9, 'x', 'system', 1]],
          admissions: [[0, s, 0, s * 1_000, 0]],
        }),
      );
    }
    const view = reading.latest();
    expect(view).toMatchObject({ second: 29, phase: 'surge', scheduled: 4, started: 24.5, admitted: 1, maxWaiting: 30, problems: 0 });
    expect(view.errorsByOwner).toEqual({ user: 0, 'client environment': 0, system: 10, 'third party': 0 });
    expect(view.steps).toEqual([{ step: 'pay', attempts: 20, p95: expect.closeTo(100, 0), errors: 10 }]);
    // Bucket 1280 is 1 ms; its middle is 1 + 1/256.
    expect(view.loopLagP99).toBe(1.00390625);
    expect(view.users.arrived).toBe(29);
  });

  it('waits for the slowest VU, but not for long, and not for one that has ended', () => {
    const reading = createFold();
    for (const line of [head(), head({ vu: 2 }), second({ second: 9 }), second({ vu: 2, second: 8 })]) reading.add(line);
    expect(reading.latest().second).toBe(8);
    reading.add(second({ second: 20 }));
    expect(reading.latest().second).toBe(17);
    reading.add(end({ vu: 2, second: 8 }));
    expect(reading.latest().second).toBe(20);
  });

  it('has no phase when the head names none', () => {
    const reading = createFold();
    reading.add(head({ phases: [] }));
    expect(reading.latest().phase).toBeNull();
  });
});

describe('a printed log', () => {
  it('is read back without loss', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const read = lines.map((line) => parseMeasurementLine(printed(line)));
        expect(read.some(isLineProblem)).toBe(false);
        expect(fold(read as MeasurementLine[])).toEqual(fold(lines));
      }),
    );
  });
});
