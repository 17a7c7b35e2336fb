import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { SecondLine } from '../../../../models/workload/log/measurement-log.ts';
import { healthy, inputOf, log, open, seconds, story } from '../runs.ts';

describe('the limits of the queue', () => {
  const admissions = (change: (line: SecondLine, lane: number) => NonNullable<SecondLine['admissions']>[number]) =>
    judge(inputOf(seconds(healthy(), (line) => ({ admissions: [0, 1].map((lane) => change(line, lane)) }))));
  const gate = (file: VerdictFile, name: string): CriterionResult => file.criteria.find(({ id }) => id === `queue.${name}`)!;

  it('fail when people behind are let in first', () => {
    const file = admissions(({ second }, lane) => [lane, second, second * 1_000, second === 10 ? 50_500 : second * 1_000 + 8_000, 8_000]);
    // One of sixty per lane was overtaken, by those who were let in between 18 s and 50.5 s: 32 of 1,770 pairs.
    expect(gate(file, 'maxInversionShare')).toMatchObject({ value: 2 / 120, verdict: 'FAIL' });
    expect(gate(file, 'minKendallTau')).toMatchObject({ value: 1 - (2 * 32) / 1_770, verdict: 'FAIL' });
    expect(file.headline).toBe(
      '1.67 % of 120 admitted people were overtaken by someone who joined later (limit 0.1 %) while 100 people waited in the queue.',
    );
    expect(file.advice).toContain('waiting room');
  });

  it('fail when places are lost, people leave or announcements are wrong', () => {
    const file = judge(inputOf(seconds(healthy(), () => ({ lostPlaces: 1, abandoned: 6 }))));
    expect(gate(file, 'maxLostPlaces')).toMatchObject({ value: 60, verdict: 'FAIL', margin: -1 });
    expect(gate(file, 'maxAbandonedShare')).toMatchObject({ value: 0.06, verdict: 'FAIL' });
    expect([file.headline, ...file.findings].join(' ')).toContain('he waiting room lost 60 places in the queue (limit 0)');
    const wrong = admissions(({ second }, lane) => [lane, second, second * 1_000, second * 1_000 + 8_000, 20_000]);
    expect(gate(wrong, 'minAnnouncedShare')).toMatchObject({ value: 0, verdict: 'FAIL', samples: 118 });
  });

  it('are advisory on announcements where no one was owed one, and miss them where someone was', () => {
    const at = (wait: number) => admissions(({ second }, lane) => [lane, second, second * 1_000, second * 1_000 + wait, -1]);
    expect(gate(at(100), 'minAnnouncedShare')).toMatchObject({ value: null, advisory: true });
    expect(at(100).verdict).toBe('PASS');
    expect(at(9_000).verdict).toBe('INCONCLUSIVE');
  });

  it('are not measured when no one joined, which is no pass', () => {
    const nobodyJoined = seconds(
      log(() => story().filter(({ step }) => step !== 'queue-join')),
      () => ({ admissions: [] }),
    );
    const file = judge(inputOf(nobodyJoined));
    expect(file.criteria.filter(({ kind }) => kind === 'queue').map(({ verdict }) => verdict)).toEqual(new Array(5).fill('INCONCLUSIVE'));
    expect(file.verdict).toBe('INCONCLUSIVE');
  });

  it('are not judged at a target without a waiting room, and no sentence speaks of a queue', () => {
    const file = judge(
      inputOf(
        log(() => story([{ step: 'pay', ms: 9_000 }])),
        { configuration: open() },
      ),
    );
    expect(file.criteria.some(({ kind }) => kind === 'queue')).toBe(false);
    expect(file).toMatchObject({
      verdict: 'FAIL',
      headline: '“Pay” took 8.99 s at p95 (budget 1 s).',
      advice: 'Add capacity at the target, and rehearse again with the same seed.',
    });
  });
});
