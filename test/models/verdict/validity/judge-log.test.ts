import { describe, expect, it } from 'vitest';
import type { RunFile } from '../../../../models/results/run.ts';
import type { CriterionResult, VerdictFile } from '../../../../models/results/verdict.ts';
import { judge } from '../../../../models/verdict/judge.ts';
import { bucketOf } from '../../../../models/workload/log/histogram.ts';
import { profile } from '../../made-surge.ts';
import { numbered } from '../../measurement/lines.ts';
import { configured, healthy, inputOf, log, minute, seconds, story } from '../runs.ts';

const find = (file: VerdictFile, name: string): CriterionResult | undefined => file.validity.find(({ id }) => id === `validity.${name}`);

describe('the arrivals of the log', () => {
  const planning = (people: number, evenSpacing: boolean) =>
    judge(
      inputOf(healthy(), {
        configuration: configured({ profile: { ...profile, evenSpacing, arrivals: { shape: 'constant', rate: people / 60 } } }),
      }),
    );

  it('are those of the profile, as far as chance explains', () => {
    // Of 6,469 people 4 + 6 · √6469 = 486.6 may be missing; of 6,500 4 + 6 · √6500 = 487.7, and 500 are.
    expect(find(planning(6_469, false), 'arrivals-planned')).toMatchObject({ verdict: 'PASS', value: 469, limit: 487 });
    expect(find(planning(6_500, false), 'arrivals-planned')).toMatchObject({ verdict: 'INVALID', value: 500, limit: 488 });
    expect(planning(6_500, false).advice).toContain('with every VU');
  });

  it('are exact where they are evenly spaced, but for one person a VU', () => {
    expect(find(planning(6_002, true), 'arrivals-planned')).toMatchObject({ verdict: 'PASS', limit: 2 });
    expect(find(planning(6_003.5, true), 'arrivals-planned')).toMatchObject({ verdict: 'INVALID' });
  });

  it('are not asked of a run that did not come to its end', () => {
    const { folded, ...input } = inputOf(healthy(), { interruption: 'signal' });
    expect(find(judge({ ...input, folded }), 'arrivals-planned')).toBeUndefined();
  });
});

describe('a log of another run', () => {
  it('is named by what differs from the manifest', () => {
    const input = inputOf(healthy());
    const file = judge({ ...input, folded: { ...input.folded, head: { ...input.folded.head!, seed: 2, profile: 'lab' } } });
    expect(file).toMatchObject({
      verdict: 'INVALID',
      headline:
        'The measurement log is not that of the run in the manifest: profile "lab" in the log and "smoke" in the manifest; seed 2 in the log and 1 in the manifest.',
      advice: expect.stringContaining('own folder'),
    });
  });
});

describe('the measurement log as evidence', () => {
  it('forgives the torn last line of a run that was cut short, and nothing else', () => {
    const input = inputOf(healthy());
    const withProblems = (count: number, cutAtTheEnd: number, interruption: RunFile['interruption'] = null) =>
      judge({ ...input, run: { ...input.run, interruption }, folded: { ...input.folded, problems: { count, cutAtTheEnd, examples: [] } } });
    expect(withProblems(1, 0).headline).toBe('The measurement log does not agree with itself in 1 of 62 lines.');
    expect(withProblems(1, 1).verdict).toBe('INVALID');
    expect(find(withProblems(1, 1, 'disk-full'), 'measurement-log')).toMatchObject({ verdict: 'PASS', value: 0 });
    expect(withProblems(2, 1, 'disk-full').verdict).toBe('INVALID');
  });

  it('names VU and second of lines that are lost or repeated', () => {
    const lines = numbered(healthy());
    expect(judge(inputOf(lines.filter(({ seq }) => seq !== 31))).headline).toBe(
      'The measurement log does not agree with itself in 1 of 61 lines: VU 1, second 30: 1 line is missing.',
    );
    expect(judge(inputOf(lines.slice(1)))).toMatchObject({
      verdict: 'INVALID',
      headline: expect.stringContaining('the head line is missing'),
    });
    const five = [1, 11, 21, 31, 41].map((seq) => lines[seq]!);
    expect(judge(inputOf([...lines, ...five])).headline).toBe(
      'The measurement log does not agree with itself in 5 of 67 lines: VU 1, second 0: the same line 2 times; VU 1, second 10: the same line 2 times; VU 1, second 20: the same line 2 times; and more.',
    );
  });

  it('names sums that do not agree', () => {
    const input = inputOf(healthy());
    const withSums = (disagreements: string[]) => judge({ ...input, folded: { ...input.folded, disagreements } });
    expect(withSums(['a', 'b', 'c', 'd']).headline).toBe('4 sums of the measurement log do not agree: a; b; c; and more.');
    expect(withSums(['3 people left'])).toMatchObject({
      headline: 'One sum of the measurement log does not agree: 3 people left.',
      advice: expect.stringContaining('do not edit the files of a run'),
    });
  });
});

describe('the generator as a witness', () => {
  it('cannot show that all is well without its health, and can show that a target is broken', () => {
    const blind = judge(inputOf(healthy(), { generator: [] }));
    expect(blind).toMatchObject({
      verdict: 'INCONCLUSIVE',
      headline: '“CPU of the load generator” was not measured.',
      advice: 'Find out why the health of the load generator was not measured, then rehearse again.',
    });
    const deaf = judge(inputOf(seconds(healthy(), () => ({ loopLag: [] }))));
    expect([deaf.verdict, find(deaf, 'loop-lag')?.verdict, find(deaf, 'longest-stall')]).toEqual([
      'INCONCLUSIVE',
      'INCONCLUSIVE',
      undefined,
    ]);
    const slow = log(() => story([{ step: 'pay', ms: 9_000 }]));
    expect(judge(inputOf(slow, { generator: [] })).verdict).toBe('FAIL');
    // 30 of 60 seconds are enough, 29 are not.
    expect(judge(inputOf(healthy(), { generator: minute().slice(0, 30) })).verdict).toBe('PASS');
    expect(judge(inputOf(healthy(), { generator: minute().slice(0, 29) })).verdict).toBe('INCONCLUSIVE');
  });

  it('is INVALID after one stall of two seconds in a run of any length, which no percentile shows', () => {
    /** Buckets are 128 to the octave of 1 ms, which is bucket 1280; 2^10.9 ms are 1.9 s. */
    const stalled = (ms: number) =>
      seconds(healthy(), (line) => (line.second === 30 ? { loopLag: [1280, 1, bucketOf(ms) - 1280, 1] } : { loopLag: [1280, 500] }));
    const file = judge(inputOf(stalled(1_980)));
    expect(find(file, 'loop-lag')).toMatchObject({ verdict: 'PASS' });
    expect(find(file, 'longest-stall')).toMatchObject({ verdict: 'INVALID', limit: 1_500 });
    expect(file.headline).toMatch(/^K6 stood still for 1\.98 s \(limit 1\.5 s\)\.$/i);
    expect(judge(inputOf(stalled(1_200))).verdict).toBe('WARN');
    expect(judge(inputOf(stalled(950))).verdict).toBe('PASS');
  });

  it('is INVALID after a jump of its clock, whatever the target seems to have done', () => {
    const slow = log(() => story([{ step: 'pay', ms: 9_000 }]));
    const jumped = (ms: number, lines = healthy()) => judge(inputOf(lines, { clock: { lines: 60, largest: { vu: 1, second: 12, ms } } }));
    expect(jumped(-5_000, slow)).toMatchObject({
      verdict: 'INVALID',
      headline: 'The clock of this machine jumped by 5 s in the run (limit 1 s): set back at second 12.',
      advice: expect.stringContaining('sets the clock'),
    });
    expect(jumped(1_001).headline).toContain('set forward at second 12');
    expect(jumped(-1_000).verdict).toBe('PASS');
    expect(find(judge(inputOf(healthy(), { clock: { lines: 1, largest: null } })), 'clock')).toBeUndefined();
  });
});
