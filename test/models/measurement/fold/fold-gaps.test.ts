import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import { end, foldOf, head, nobody, problem, reading, sample, second } from '../lines.ts';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('a fold of an untidy log', () => {
  it('takes, of several counts of one VU and second, the one further on', () => {
    const early = { ...nobody, arrived: 5, inLine: 5 };
    const late = { ...nobody, arrived: 5, finished: 1, inLine: 3, active: 1 };
    expect([...foldOf([head(), second({ users: late }), second({ users: early })]).inLine]).toEqual([3]);
  });

  it('keeps the end of a VU that was stopped, and of two ends the later', () => {
    expect(foldOf([head(), end({ second: 1 }), end({ second: 1, reason: 'stopped' })]).ended).toBe('stopped');
    expect(foldOf([head(), end({ second: 4, reason: 'complete' }), end({ second: 3, reason: 'stopped' })]).vus[0]!.lastSecond).toBe(4);
  });

  it('takes, of two ends at the same moment, the one further on', () => {
    const done = { ...nobody, arrived: 2, finished: 2 };
    const early = { ...nobody, arrived: 2, active: 2 };
    expect(foldOf([head(), end({ users: done }), end({ users: early })]).users).toEqual(done);
    expect(foldOf([head(), end({ users: early }), end({ users: done })]).users).toEqual(done);
  });

  it('adds up the people who were thinking at the end; of two ends that say the same, the one that excuses fewer', () => {
    const users = { ...nobody, arrived: 3, active: 3 };
    const [two, three] = [end({ users, thinking: 2 }), end({ users, thinking: 3 })];
    expect(foldOf([head(), two, three]).thinking).toBe(2);
    expect(foldOf([head(), three, two, end({ vu: 2, users, thinking: 1 })]).thinking).toBe(3);
    expect(foldOf([head(), end({ users })]).thinking).toBe(0);
  });

  it('adds up people turned away and out of patience, which lines leave out while there are none', () => {
    const away = { ...nobody, arrived: 3, turnedAway: 2, lostPatience: 1 };
    expect(foldOf([head(), end({ users: away }), end({ vu: 2, users: { ...away, arrived: 4, finished: 1 } })]).users).toEqual({
      ...{ ...nobody, arrived: 7, finished: 1, turnedAway: 4, lostPatience: 2 },
    });
    const early = { ...nobody, arrived: 3, inLine: 1, turnedAway: 2 };
    expect(foldOf([head(), second({ users: away }), second({ users: early })]).users).toEqual(away);
    const [calm, impatient] = [
      { ...nobody, arrived: 1, turnedAway: 1 },
      { ...nobody, arrived: 1, lostPatience: 1 },
    ];
    expect(foldOf([head(), second({ users: calm }), second({ users: impatient })]).users).toEqual(calm);
    expect(foldOf([head(), second({ users: impatient }), second({ users: calm })]).users).toEqual(calm);
  });

  it('counts journal groups and double taps of steps that the head line does not name, and leaves them out', () => {
    const beyond = 200;
    const known = [9, 'approved', {}, ['key'], [3], [0]] as const;
    const run = foldOf([
      head({ startedAt: 36 }),
      second({ journal: [known, [beyond, 'approved', {}, [], [1]]], doubleTaps: [[9, 2, 1]] }),
      second({
        vu: 2,
        doubleTaps: [
          [9, 1, 0],
          [9, 0, 0, 2],
          [beyond, 1, 1],
        ],
      }),
    ]);
    expect(run.journal).toEqual([{ person: 3, step: 'pay', key: '10-3-0', amount: null, status: 'approved', receipt: '', facts: {} }]);
    expect(run.doubleTaps).toEqual([{ step: 'pay', compared: 3, different: 1, broken: 2 }]);
    expect(run.problems.count).toBe(2);
    expect(foldOf([second({ journal: [known], doubleTaps: [[9, 1, 0]] })])).toMatchObject({ journal: [], doubleTaps: [] });
  });

  it('notices silent VUs and missing ends', () => {
    const run = foldOf([
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
    const log = reading();
    log.put(problem('b'));
    log.put(problem('a'));
    expect(log.result().problems).toEqual({ count: 2, cutAtTheEnd: 0, examples: ['a', 'b'] });
    expect(foldOf([second({ samples: [sample('pay', [1])] })]).problems.examples[0]).toContain('head line is missing');
    expect(foldOf([second({ samples: [sample('pay', [1])] })]).samples).toEqual([]);
    const mixed = foldOf([head(), head({ vu: 2 }), head({ vu: 3, seed: 8 })]);
    expect([mixed.head?.seed, mixed.problems.count]).toEqual([7, 1]);
    const foreign = foldOf([
      head({ steps: ['only'], journeys: [], variants: [] }),
      second({ samples: [sample('pay', [1])], admissions: [[9, 1, 0, 0, 0, 0, 0]], errors: [[5, 'x', 'system', 1]] }),
    ]);
    expect([foreign.problems.count, foreign.samples.length, foreign.admissions.length, foreign.errors.length]).toEqual([2, 0, 0, 0]);
    for (let i = 0; i < 150; i++) log.put(problem(`kind ${i}`));
    expect([log.result().problems.count, log.result().problems.examples.length]).toEqual([152, 10]);
  });

  it('bounds the number of error causes and loses no count', () => {
    const errors = Array.from({ length: 10_050 }, (_, i) => [2, `cause ${i}`, 'system', 2] as const);
    const run = foldOf([head(), second({ errors })]);
    expect(run.errors[0]).toEqual({ step: 'open-app', cause: 'other causes', owner: 'system', count: 100 });
    expect(sum(run.errorsByOwner.system)).toBe(20_100);
  });

  it('is empty before the first line', () => {
    const empty = createFold();
    expect(empty.result()).toMatchObject({
      head: null,
      seconds: 0,
      ended: 'cut',
      lines: 0,
      problems: { count: 0, cutAtTheEnd: 0, examples: [] },
    });
    expect(empty.latest()).toMatchObject({ second: 0, phase: null, steps: [], loopLagP99: null, maxWaiting: 0 });
  });
});
