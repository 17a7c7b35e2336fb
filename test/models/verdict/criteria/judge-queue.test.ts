import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { SecondLine } from '../../../../models/workload/log/measurement-log.ts';
import { gates, healthy, inputOf, log, seconds, story } from '../runs.ts';

describe('the gates of the queue', () => {
  const admissions = (change: (line: SecondLine, lane: number) => NonNullable<SecondLine['admissions']>[number]) =>
    judge(inputOf(seconds(healthy(), (line) => ({ admissions: [0, 1].map((lane) => change(line, lane)) }))));
  const gate = (file: VerdictFile, name: string): CriterionResult => file.criteria.find(({ id }) => id === `queue.${name}`)!;

  it('fail when people behind are let in first', () => {
    const file = admissions(({ second }, lane) => [lane, second, second * 1_000, second === 10 ? 50_500 : second * 1_000 + 8_000, 8_000]);
    // One of sixty per lane was overtaken, by those who were let in between 18 s and 50.5 s: 32 of 1,770 pairs.
    expect(gate(file, 'maxInversionShare')).toMatchObject({ value: 2 / 120, verdict: 'FAIL' });
    expect(gate(file, 'minKendallTau')).toMatchObject({ value: 1 - (2 * 32) / 1_770, verdict: 'FAIL' });
    expect(file.reasons[0]).toBe(
      'FAIL: 1.67 % of 120 people let in were overtaken by somebody behind them (limit 0.1 %) while 100 people waited.',
    );
    expect(file.reasons.at(-1)).toContain('waiting room');
  });

  it('fail when places are lost, people leave or announcements are wrong', () => {
    const file = judge(inputOf(seconds(healthy(), () => ({ lostPlaces: 1, abandoned: 6 }))));
    expect(gate(file, 'maxLostPlaces')).toMatchObject({ value: 60, verdict: 'FAIL', margin: -1 });
    expect(gate(file, 'maxAbandonedShare')).toMatchObject({ value: 0.06, verdict: 'FAIL' });
    expect(file.reasons.join(' ')).toContain('forgot 60 places in line (limit 0)');
    const wrong = admissions(({ second }, lane) => [lane, second, second * 1_000, second * 1_000 + 8_000, 20_000]);
    expect(gate(wrong, 'minAnnouncedShare')).toMatchObject({ value: 0, verdict: 'FAIL', samples: 118 });
  });

  it('have no vote on announcements where nobody was owed one, and miss them where somebody was', () => {
    const at = (wait: number) => admissions(({ second }, lane) => [lane, second, second * 1_000, second * 1_000 + wait, -1]);
    expect(gate(at(100), 'minAnnouncedShare')).toMatchObject({ value: null, advisory: true });
    expect(at(100).verdict).toBe('PASS');
    expect(at(9_000).verdict).toBe('INCONCLUSIVE');
  });

  it('are not measured when nobody joined, which is no pass', () => {
    const nobodyJoined = seconds(
      log(() => story().filter(({ step }) => step !== 'queue-join')),
      () => ({ admissions: [] }),
    );
    const file = judge(inputOf(nobodyJoined, { queue: gates }));
    expect(file.criteria.filter(({ kind }) => kind === 'queue').map(({ verdict }) => verdict)).toEqual(new Array(5).fill('INCONCLUSIVE'));
    expect(file.verdict).toBe('INCONCLUSIVE');
  });
});
