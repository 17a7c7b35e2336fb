import { describe, expect, it } from 'vitest';
import { judge } from '../../../models/verdict/judge.ts';
import type { MeasurementLine } from '../../../models/workload/log/measurement-log.ts';
import { configured, healthy, inputOf, log, story } from './runs.ts';

describe('a verdict on part of a run or of the steps', () => {
  it('is FAIL when the target died, and names the second', () => {
    const file = judge(inputOf(healthy(), { interruption: 'target-died' }));
    expect(file.verdict).toBe('FAIL');
    // The end line names second 60, so the run spans 60 seconds.
    expect(file).toMatchObject({
      headline: 'The target stopped after 60 seconds.',
      findings: [],
      advice: 'Find out from the log of the target why it stopped, then rehearse again.',
    });
  });

  it('is INVALID when a rejected promise of the surge file ended the run, with place and people', () => {
    const detail =
      'The surge file has a mistake: a promise that is not awaited was rejected: Error: left alone at sale.surge.ts:12; await it, or catch its errors.';
    const cut = healthy().filter(({ surgeproof }) => surgeproof !== 'end');
    const file = judge(inputOf(cut, { interruption: 'script-error', detail }));
    // The last second line knows of 6,000 people, 5,900 of whom had finished.
    expect(file).toMatchObject({
      verdict: 'INVALID',
      headline: `An error in the surge file ended the run after 60 seconds, with 100 people still in it. ${detail}`,
      advice: expect.stringMatching(/^Correct the surge file/),
    });
    expect(judge(inputOf([], { interruption: 'script-error' })).headline).toBe(
      'An error in the surge file ended the run after 0 seconds, with 0 people still in it.',
    );
  });

  it('turns a pass of an interrupted run into INCONCLUSIVE and keeps its failures', () => {
    const stopped = healthy().map((line): MeasurementLine => (line.surgeproof === 'end' ? { ...line, reason: 'stopped' } : line));
    const file = judge(inputOf(stopped, { interruption: 'signal' }));
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.headline).toBe('The run was stopped after 60 seconds, before it could show everything.');
    expect(file.advice).toBe('Let the run finish.');
    expect(judge(inputOf(stopped)).verdict).toBe('INCONCLUSIVE');
    expect(judge(inputOf(healthy(), { interruption: 'disk-full' })).headline).toContain('The disk was full');
    expect(
      judge(
        inputOf(
          log(() => story([{ step: 'pay', ms: 9_000 }])),
          { interruption: 'signal' },
        ),
      ).verdict,
    ).toBe('FAIL');
  });

  it('names at most five findings and counts the rest', () => {
    const file = judge(inputOf(log(() => story().map((one) => ({ ...one, ms: 9_000 })))));
    expect([file.headline, ...file.findings].filter((line) => line.includes('at p95'))).toHaveLength(5);
    expect(file.findings).toContain('4 more criteria of this kind in the table of criteria.');
  });

  it('has nothing to pass when nothing was asked', () => {
    const nothing = configured({ budgets: { steps: {}, journeys: {} } });
    expect(judge(inputOf(healthy(), { configuration: nothing, audit: null }))).toMatchObject({
      verdict: 'INCONCLUSIVE',
      headline: 'No latency or error budget was set, so that nothing could be judged.',
    });
  });
});
