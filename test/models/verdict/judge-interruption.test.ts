import { describe, expect, it } from 'vitest';
import type { VerdictFile } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import type { MeasurementLine } from '../../../models/workload/log/measurement-log.ts';
import { everyStep, healthy, inputOf, log, story } from './runs.ts';

describe('a verdict on part of a run or of the steps', () => {
  it('is FAIL when the target died, and names the second', () => {
    const file = judge(inputOf(healthy(), { interruption: 'target-died' }));
    expect(file.verdict).toBe('FAIL');
    // The end line names second 60, so the run spans 60 seconds.
    expect(file.reasons).toEqual([
      'FAIL: the target died after 60 seconds.',
      'Find out from the target’s own log why it died, then rehearse again.',
    ]);
  });

  it('turns a pass of an interrupted run into INCONCLUSIVE and keeps its failures', () => {
    const stopped = healthy().map((line): MeasurementLine => (line.surgeproof === 'end' ? { ...line, reason: 'stopped' } : line));
    const file = judge(inputOf(stopped, { interruption: 'signal' }));
    expect(file.verdict).toBe('INCONCLUSIVE');
    expect(file.reasons[0]).toBe('INCONCLUSIVE: the run was stopped after 60 seconds, before it could show everything.');
    expect(file.reasons.at(-1)).toBe('Let the run come to its end.');
    expect(judge(inputOf(stopped)).verdict).toBe('INCONCLUSIVE');
    expect(judge(inputOf(healthy(), { interruption: 'disk-full' })).reasons[0]).toContain('the disk was full');
    expect(
      judge(
        inputOf(
          log(() => story([{ step: 'pay', ms: 9_000 }])),
          { interruption: 'signal' },
        ),
      ).verdict,
    ).toBe('FAIL');
  });

  it('judges steps and gates only where they belong to the surge', () => {
    const surge = { lanes: [], mix: [{ journey: 'qr-payment', share: 1, lane: 'x' }] as const };
    const steps = (file: VerdictFile): string[] => [...new Set(file.criteria.map(({ subject }) => subject))];
    const part = log(() => story().filter(({ step }) => ['open-app', 'login', 'balance', 'qr-lookup', 'pay'].includes(step)));
    const file = judge(inputOf(part, { surge, queue: null, budgets: everyStep() }));
    expect(steps(file)).toEqual(['open-app', 'login', 'identity-send', 'identity-confirm', 'balance', 'qr-lookup', 'pay']);
    // Identity steps belong to the login journey but only to people who register: shown without a vote.
    expect(file.verdict).toBe('PASS');
    expect(steps(judge(inputOf(healthy(), { surge, queue: null })))).toContain('register-card');
  });

  it('names at most five findings and counts the rest', () => {
    const file = judge(inputOf(log(() => story().map((one) => ({ ...one, ms: 9_000 })))));
    expect(file.reasons.filter((line) => line.includes('at p95'))).toHaveLength(5);
    expect(file.reasons).toContain('4 more statements of this kind in the table of criteria.');
  });

  it('has nothing to pass when nothing was asked', () => {
    expect(judge(inputOf(healthy(), { budgets: {}, queue: null, audit: null })).verdict).toBe('INCONCLUSIVE');
  });
});
