import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../../models/measurement/folded-run.ts';
import { countPacked } from '../../../../models/measurement/packed-cells.ts';
import type { SealedLine } from '../../../../models/workload/log/measurement-log.ts';
import { anyLine, anySecond } from '../any-lines.ts';
import { end, foldOf, head, journeySample, nobody, numbered, reading, sample, second, variantSample } from '../lines.ts';

function fold(lines: readonly SealedLine[]): FoldedRun {
  const all = createFold();
  for (const line of lines) all.add(line);
  return all.result();
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('a fold', () => {
  it('gives the same run for every order of the lines', () => {
    const lines = fc.array(anyLine, { maxLength: 40 });
    fc.assert(
      fc.property(
        lines
          .map((list) => numbered(list))
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([some, shuffled]) => {
          expect(fold(shuffled)).toEqual(fold(some));
        },
      ),
    );
  });

  it('gives the same run whether asked for results in between or not, and however the samples of a second are split over lines', () => {
    fc.assert(
      fc.property(fc.array(anySecond, { maxLength: 20 }), (list) => {
        const asked = reading();
        for (const line of [head(), ...list]) {
          asked.put(line);
          asked.latest();
          asked.result();
        }
        expect(asked.result()).toEqual(foldOf([head(), ...list]));
        const split = list.flatMap((line) => [
          { ...line, samples: [] },
          ...line.samples.map((one) => second({ vu: line.vu, second: line.second, users: line.users, samples: [one] })),
        ]);
        expect({ ...foldOf([head(), ...split]), lines: 0 }).toEqual({ ...foldOf([head(), ...list]), lines: 0 });
      }),
    );
  });

  it('adds up arrivals, people, losses and histograms of several VUs exactly', () => {
    const run = foldOf([
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
      second({ second: 1, users: { ...nobody, arrived: 2, inLine: 1, active: 1 }, admissions: [[0, 1, 100, 1_500, 900, 0, 0]] }),
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
    expect(run.admissions).toMatchObject([{ lane: 'register', ticket: 1, joined: 100, admitted: 1_500, announced: 900 }]);
    expect(run.samples.map(({ step, outcome, phase, judged, clock, count: n }) => [step, outcome, phase, judged, clock, n])).toEqual([
      ['queue-join', 'ok', 'surge', true, 1, 3],
    ]);
  });

  it('counts no sample twice or not at all, also when more histograms wait than are kept apart', () => {
    const lines = Array.from({ length: 9_000 }, (_, i) =>
      second({ vu: 1 + (i % 3), second: Math.floor(i / 3), samples: [sample('pay', [1 + i])] }),
    );
    const run = foldOf([head(), ...lines]);
    expect(run.samples[0]!.count).toBe(9_000);
    expect(sum(Float64Array.from(run.samples[0]!.seconds.values(), countPacked))).toBe(9_000);
    expect(run.samples[0]!.seconds.size).toBe(3_000);
  });

  it('keeps steps, journeys and variants apart, and adds up answers by status, connections and redirects', () => {
    const run = foldOf([
      head(),
      second({
        samples: [sample('pay', [1, 2]), sample('pay', [1], { clock: 0 }), journeySample('qr-payment', [9_000]), variantSample(1, [2])],
        statuses: [
          [200, 2],
          [302, 1],
        ],
        connections: [3, 2],
        redirects: 1,
        errors: [[13, 'TypeError: x (buy.ts:21)', 'script', 1]],
      }),
      second({ vu: 2, second: 1, samples: [sample('login', [5])], statuses: [[302, 4]], connections: [1, 0] }),
    ]);
    expect(run.samples.map(({ step, clock, count }) => [step, clock, count])).toEqual([
      ['login', 1, 1],
      ['pay', 0, 1],
      ['pay', 1, 2],
    ]);
    expect(run.journeys).toMatchObject([{ journey: 'qr-payment', outcome: 'ok', count: 1 }]);
    expect(run.variants).toMatchObject([{ step: 'pay', tag: 'issuer', value: 'BC', count: 1 }]);
    // One sample of the response clock an attempt.
    expect([...run.attempts]).toEqual([2, 1]);
    expect(run.statuses.map(({ status, count, perSecond }) => [status, count, [...perSecond]])).toEqual([
      [302, 5, [1, 4]],
      [200, 2, [2, 0]],
    ]);
    expect([run.connections, run.redirects]).toEqual([{ opened: 4, tlsHandshakes: 2 }, 1]);
    // An exception outside any step is counted under its journey.
    expect(run.errors).toEqual([{ step: 'qr-payment', cause: 'TypeError: x (buy.ts:21)', owner: 'script', count: 1 }]);
  });

  it('takes a log without lanes', () => {
    const run = foldOf([head({ lanes: [] }), second({ samples: [sample('pay', [1])] })]);
    expect([run.admissions, run.problems.count]).toEqual([[], 0]);
  });
});
