import { describe, expect, it } from 'vitest';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import type { SecondLine } from '../../../../models/workload/log/measurement-log.ts';
import { configured, healthy, inputOf, log, open, seconds, story } from '../runs.ts';

describe('the limits of the queue', () => {
  const admissions = (change: (line: SecondLine, lane: number) => NonNullable<SecondLine['admissions']>[number]) =>
    judge(inputOf(seconds(healthy(), (line) => ({ admissions: [0, 1].map((lane) => change(line, lane)) }))));
  const gate = (file: VerdictFile, name: string): CriterionResult => file.criteria.find(({ id }) => id === `queue.${name}`)!;

  it('fail when people behind are let in first', () => {
    const file = admissions(({ second }, lane) => [
      lane,
      second,
      second * 1_000,
      second === 10 ? 50_500 : second * 1_000 + 8_000,
      8_000,
      0,
      0,
    ]);
    // One of sixty per lane was overtaken, by those who were let in between 18 s and 50.5 s: 32 of 1,770 pairs.
    expect(gate(file, 'maxInversionShare')).toMatchObject({ value: 2 / 120, verdict: 'FAIL' });
    expect(gate(file, 'minKendallTau')).toMatchObject({ value: 1 - (2 * 32) / 1_770, verdict: 'FAIL' });
    expect(file.headline).toBe(
      '1.67 % of 120 people were overtaken by someone who joined later (limit 0.1 %) while 100 people waited in the queue.',
    );
    expect(file.advice).toContain('waiting room');
  });

  it('fail when places are lost, people leave or announcements are wrong', () => {
    const file = judge(inputOf(seconds(healthy(), () => ({ lostPlaces: 1, abandoned: 6 }))));
    expect(gate(file, 'maxLostPlaces')).toMatchObject({ value: 60, verdict: 'FAIL', margin: -1 });
    expect(gate(file, 'maxAbandonedShare')).toMatchObject({ value: 0.06, verdict: 'FAIL' });
    expect([file.headline, ...file.findings].join(' ')).toContain('he waiting room lost 60 places in the queue (limit 0)');
    const wrong = admissions(({ second }, lane) => [lane, second, second * 1_000, second * 1_000 + 8_000, 20_000, 0, 0]);
    expect(gate(wrong, 'minAnnouncedShare')).toMatchObject({ value: 0, verdict: 'FAIL', samples: 118 });
  });

  it('are advisory on announcements where no one was owed one, and fail where someone was', () => {
    const at = (wait: number) => admissions(({ second }, lane) => [lane, second, second * 1_000, second * 1_000 + wait, -1, 0, 0]);
    expect(gate(at(100), 'minAnnouncedShare')).toMatchObject({ value: null, advisory: true });
    expect(at(100).verdict).toBe('PASS');
    expect(at(9_000).verdict).toBe('FAIL');
  });

  it('count people who were never let in: overtaken, or promised a wait that was over', () => {
    // Each second one person of each lane is let in after 8 s, and another one, who came half a second earlier, never.
    const starving = seconds(healthy(), (line) => ({
      admissions: line.admissions!.map(([lane, ticket, ...rest]) => [lane, 2 * ticket + 1, ...rest] as const),
      unadmitted: [0, 1].map((lane) => [lane, 2 * line.second, 1_000 * line.second, 70_000, 8_500, 500] as const),
    }));
    const file = judge(inputOf(starving));
    // All but those behind whom nobody was let in: each has at least one behind. 120 of 240.
    expect(gate(file, 'maxInversionShare')).toMatchObject({ value: 0.5, samples: 240, verdict: 'FAIL' });
    // Who joined after 1 s: 118 let in as announced, and those never let in who joined early enough for the promise to be over.
    expect(gate(file, 'minAnnouncedShare').value).toBeCloseTo(0.5, 1);
    expect(file.findings).toContainEqual(expect.stringContaining('were not let in when the wait announced to them was over'));
  });

  it('are INCONCLUSIVE about a lane whose order nobody can tell, unless it is small', () => {
    // Everybody asks once, at 70 s: of no two people it is known who was let in first.
    const blind = (people: number) =>
      admissions(({ second }, lane) =>
        lane === 0 || second >= people
          ? [lane, second, second * 1_000, second * 1_000 + 8_000, 8_500, 0, 0]
          : [lane, second, second * 1_000, 70_000, 8_500, 70_000 - second * 1_000, null],
      );
    const order = (file: VerdictFile) => file.criteria.find(({ id }) => id === 'queue.minKendallTau.payment');
    const onlyFew = (people: number) =>
      judge(
        inputOf(
          seconds(healthy(), ({ second: s }) => ({
            admissions: [
              [0, s, s * 1_000, s * 1_000 + 8_000, 8_500, 0, 0] as const,
              ...(s < people ? [[1, s, s * 1_000, 70_000, 8_500, 70_000 - s * 1_000, null] as const] : []),
            ],
          })),
        ),
      );
    expect(order(blind(60))).toMatchObject({ value: null, verdict: 'INCONCLUSIVE', title: 'Order of the lane payment' });
    expect(onlyFew(60)).toMatchObject({ verdict: 'INCONCLUSIVE', headline: '“Order of the lane payment” was not measured.' });
    expect(order(onlyFew(9))).toMatchObject({ verdict: 'INCONCLUSIVE', advisory: true });
    expect(onlyFew(9).verdict).toBe('PASS');
    expect(order(judge(inputOf(healthy())))).toBeUndefined();
  });

  it('hold the longest wait and the difference between lanes against limits of the surge', () => {
    const limited = (over: object) => configured({ queue: { ...configured().queue!, ...over } });
    const waits = { longestWait: 9_000, laneDifference: 1_000 };
    const slow = seconds(healthy(), ({ second: s }) => ({
      admissions: [0, 1].map((lane) => [lane, s, s * 1_000, s * 1_000 + 8_000 + 60_000 * lane, 8_000 + 60_000 * lane, 0, 0] as const),
    }));
    const failed = judge(inputOf(slow, { configuration: limited(waits) }));
    expect(gate(failed, 'longestWait')).toMatchObject({ value: 68_000, verdict: 'FAIL' });
    expect(gate(failed, 'laneDifference')).toMatchObject({ value: 60_000, verdict: 'FAIL' });
    expect([failed.headline, ...failed.findings].join(' ')).toContain('he median waits of the lanes differed by 60 s (limit 1 s)');
    expect(judge(inputOf(healthy(), { configuration: limited(waits) })).verdict).toBe('PASS');
    expect(gate(judge(inputOf(slow)), 'longestWait')).toBeUndefined();
  });

  it('judge no announcements of a room that says it makes none, and say so', () => {
    const silent = seconds(healthy(), ({ second: s }) => ({
      admissions: [0, 1].map((lane) => [lane, s, s * 1_000, s * 1_000 + 8_000, -1, 0, 0] as const),
    }));
    const file = judge(inputOf(silent, { configuration: configured({ queue: { ...configured().queue!, minAnnouncedShare: null } }) }));
    expect(gate(file, 'minAnnouncedShare')).toBeUndefined();
    expect(file.verdict).toBe('PASS');
    expect(file.findings).toContain('The waiting room announces no waits (`minAnnouncedShare: null`), so that none was judged.');
    const undeclared = judge(inputOf(silent));
    expect(undeclared.verdict).toBe('FAIL');
    // 59 seconds after the grace period of one, two lanes.
    expect(undeclared.findings).toContain(
      '118 people waited and were promised nothing; a waiting room that announces no waits is declared by `minAnnouncedShare: null`.',
    );
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
