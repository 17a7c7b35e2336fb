import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judgePeople } from '../../../../models/verdict/criteria/judge-people.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { MeasurementLine, UserCounts } from '../../../../models/workload/log/measurement-log.ts';
import { PEOPLE_LIMITS } from '../../../../models/workload/surge/people-limits.ts';
import { journeySample } from '../../measurement/lines.ts';
import { configured, endingWith, healthy, inputOf, log, open, story } from '../runs.ts';

const of = (file: VerdictFile, name: 'served' | 'left' | 'unfinished'): CriterionResult | undefined =>
  file.criteria.find(({ id }) => id === `people.${name}`);
/** A run that ends with these people; `thinking` of the active ones. */
const ending = (users: Partial<UserCounts>, thinking = 0, lines: readonly MeasurementLine[] = healthy()): MeasurementLine[] =>
  endingWith(lines, users).map((line) => (line.surgeproof === 'end' ? { ...line, thinking } : line));
const judged = (users: Partial<UserCounts>, thinking = 0): VerdictFile => judge(inputOf(ending(users, thinking)));

describe('the served share', () => {
  it('passes when everybody reached the end or was turned away with an accepted answer', () => {
    const file = judged({ arrived: 6_000, finished: 4_000, turnedAway: 2_000 });
    expect(of(file, 'served')).toMatchObject({ kind: 'people', value: 1, limit: 0.99, samples: 6_000, verdict: 'PASS' });
    expect(file.verdict).toBe('PASS');
  });

  it('fails with people left in the queue, and passes just inside the limit', () => {
    const file = judged({ arrived: 6_000, finished: 5_900, inLine: 100 });
    expect(file).toMatchObject({
      verdict: 'FAIL',
      headline:
        '1.67 % of 6,000 people were still in the queue or waiting for an answer when the run ended (limit 1 %) while 100 people waited in the queue.',
      findings: [
        '98.3 % of 6,000 people were served (at least 99 % required).',
        'Of 6,000 people, 100 were still in the queue at the end.',
      ],
    });
    expect(judged({ arrived: 6_000, finished: 5_950, inLine: 50 }).verdict).toBe('PASS');
    expect(judged({ arrived: 6_000, finished: 5_941, inLine: 59 }).verdict).toBe('WARN');
  });

  it('fails with people who wait for an answer at the end, or gave up', () => {
    expect(judged({ arrived: 6_000, finished: 5_900, active: 100 }).findings).toContain(
      'Of 6,000 people, 100 were still waiting for an answer at the end.',
    );
    expect(judged({ arrived: 6_000, finished: 5_900, gaveUp: 70, active: 30 })).toMatchObject({
      verdict: 'FAIL',
      findings: ['Of 6,000 people, 70 gave up and 30 were still waiting for an answer at the end.'],
    });
  });

  it('leaves people who lost patience to the limit of the queue, as far as it allows them', () => {
    // 100 people join in each of 60 s, and 5 % of them may leave: 300.
    expect(of(judged({ arrived: 6_000, finished: 5_700, lostPatience: 300 }), 'served')).toMatchObject({ value: 1, samples: 5_700 });
    const more = of(judged({ arrived: 6_000, finished: 5_600, lostPatience: 400 }), 'served');
    expect(more).toMatchObject({ value: 5_600 / 5_700, samples: 5_700, verdict: 'FAIL' });
    const lines = ending(
      { arrived: 6_000, finished: 5_700, lostPatience: 300 },
      0,
      log(() => story().filter(({ step }) => step !== 'queue-join')),
    );
    expect(of(judge(inputOf(lines, { configuration: open() })), 'served')).toMatchObject({ samples: 6_000, verdict: 'FAIL' });
  });

  it('is shown by no single person of a small run', () => {
    expect(of(judged({ arrived: 50, finished: 49, gaveUp: 1 }), 'served')).toMatchObject({
      verdict: 'INCONCLUSIVE',
      because: 'too-few-samples',
    });
    expect(of(judged({ arrived: 50, finished: 48, gaveUp: 2 }), 'served')).toMatchObject({ verdict: 'FAIL' });
    const file = judge(inputOf(ending({ arrived: 50, finished: 49, gaveUp: 1 }), { generator: [] }));
    expect([file.headline, ...file.findings].join(' ')).toContain('one person alone shows nothing in so small a run');
  });

  it('is not measured when no one arrived', () => {
    expect(of(judged({ arrived: 0 }), 'served')).toMatchObject({ value: null, because: 'not-measured' });
  });

  it('does not count people who were inside when the run was stopped', () => {
    const stopped = ending({ arrived: 6_000, finished: 3_000, inLine: 2_000, active: 1_000 });
    const file = judge(inputOf(stopped, { interruption: 'signal' }));
    expect(of(file, 'served')).toMatchObject({ value: 1, samples: 3_000 });
    expect(of(file, 'unfinished')).toBeUndefined();
    expect(file.verdict).toBe('INCONCLUSIVE');
  });

  it('takes the limits of the surge', () => {
    const people = { ...PEOPLE_LIMITS, servedShare: 0.5 };
    const configuration = configured();
    const input = inputOf(ending({ arrived: 6_000, finished: 3_500, gaveUp: 2_500 }), {
      configuration: { ...configuration, budgets: { ...configuration.budgets, people } },
    });
    expect(judgePeople(input)[0]).toMatchObject({ limit: 0.5, verdict: 'PASS' });
    const all = { ...people, servedShare: 1 };
    const strict = inputOf(ending({ arrived: 50, finished: 49, gaveUp: 1 }), {
      configuration: { ...configuration, budgets: { ...configuration.budgets, people: all } },
    });
    expect(judgePeople(strict)[0]).toMatchObject({ verdict: 'FAIL' });
  });
});

describe('people who are left at the end', () => {
  it('have a limit of their own, however many may be unserved', () => {
    const base = configured();
    const configuration = { ...base, budgets: { ...base.budgets, people: { ...PEOPLE_LIMITS, servedShare: 0.9 } } };
    const file = (inLine: number): VerdictFile =>
      judge(inputOf(ending({ arrived: 6_000, finished: 6_000 - inLine, inLine }), { configuration }));
    expect(file(61)).toMatchObject({
      verdict: 'FAIL',
      headline:
        '1.02 % of 6,000 people were still in the queue or waiting for an answer when the run ended (limit 1 %) while 100 people waited in the queue.',
      findings: ['Of 6,000 people, 61 were still in the queue at the end.'],
      advice: expect.stringContaining('(`drain`)'),
    });
    expect(file(54).verdict).toBe('PASS');
  });

  it('are no share when there is one of them in a small run', () => {
    expect(of(judged({ arrived: 50, finished: 49, inLine: 1 }), 'left')).toMatchObject({ verdict: 'INCONCLUSIVE' });
    expect(of(judged({ arrived: 50, finished: 48, active: 2 }), 'left')).toMatchObject({ verdict: 'FAIL' });
  });
});

describe('people who are thinking at the end', () => {
  it('are left out of the served share, and shown', () => {
    const file = judged({ arrived: 6_000, finished: 5_950, active: 50 }, 50);
    expect(of(file, 'served')).toMatchObject({ value: 1, samples: 5_950 });
    expect(of(file, 'unfinished')).toMatchObject({ value: 50 / 6_000, limit: 0.01, verdict: 'PASS' });
    expect(file.verdict).toBe('PASS');
  });

  it('leave the run open when they are many, which is no failure of the service', () => {
    const file = judged({ arrived: 6_000, finished: 5_900, active: 100 }, 100);
    expect(file).toMatchObject({
      verdict: 'INCONCLUSIVE',
      headline: '1.67 % of 6,000 people were still thinking when the run ended (limit 1 %).',
      advice: 'Give people more time after the last arrival (`drain`), and rehearse again.',
    });
  });

  it('are no matter when it is one person', () => {
    expect(of(judged({ arrived: 50, finished: 49, active: 1 }, 1), 'unfinished')).toMatchObject({ verdict: 'PASS' });
    expect(of(judged({ arrived: 50, finished: 48, active: 2 }, 2), 'unfinished')).toMatchObject({ verdict: 'INCONCLUSIVE' });
  });
});

describe('people who arrive in the warm-up', () => {
  const phases = [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'surge', from: 10, judged: true },
  ];
  const base = configured();
  const configuration = { ...base, profile: { ...base.profile, phases } };
  /** `served` and `gaveUp` people of the warm-up, and nobody else who left. */
  const early = (served: number, gaveUp: number, outcome: 'failed' | 'timeout' = 'failed'): CriterionResult | undefined => {
    const lines = healthy().map((line): MeasurementLine => {
      if (line.surgeproof === 'head') return { ...line, phases };
      if (line.surgeproof !== 'second' || line.second !== 5) return line;
      const of = (n: number, how: 'ok' | typeof outcome) =>
        n === 0 ? [] : [journeySample('qr-payment', new Array<number>(n).fill(900), { outcome: how, phase: 0 })];
      return { ...line, samples: [...line.samples, ...of(served, 'ok'), ...of(gaveUp, outcome)] };
    });
    return judge(inputOf(lines, { configuration })).criteria.find(({ id }) => id === 'people.served.warm-up');
  };

  it('are judged by themselves: FAIL when chance does not explain who gave up', () => {
    // By Wilson, 12 of 20 served is a share of at most 0.78.
    expect(early(12, 8)).toMatchObject({ value: 0.6, limit: 0.99, samples: 20, verdict: 'FAIL' });
    expect(early(148, 2)).toMatchObject({ verdict: 'WARN', because: 'interval-crosses-limit' });
    expect(early(19, 1)).toMatchObject({ verdict: 'PASS' });
    expect(early(200, 0)).toMatchObject({ verdict: 'PASS' });
  });

  it('may lose patience as the queue allows', () => {
    expect(early(20, 8, 'timeout')).toMatchObject({ value: 1, samples: 20, verdict: 'PASS' });
    expect(early(0, 0)).toBeUndefined();
  });
});
