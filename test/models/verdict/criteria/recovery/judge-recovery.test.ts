import { describe, expect, it } from 'vitest';
import type { FaultEffect, FaultsSummary } from '../../../../../models/results/faults.ts';
import { judgeRecovery } from '../../../../../models/verdict/criteria/recovery/judge-recovery.ts';
import { judge } from '../../../../../models/verdict/judge.ts';
import { criterionSentence } from '../../../../../models/verdict/words/criterion-sentences.ts';
import { healthy, inputOf } from '../../runs.ts';

const effect: FaultEffect = {
  ...{ title: 'dark', from: 10, to: 30, originalSeconds: 20, wasDone: true, problem: null, detectedAfter: 1, failureP95: 1_500 },
  steps: [{ name: 'pay', title: 'Pay', attempts: 100, failed: 90 }],
  journeys: [],
};
const summary: FaultsSummary = {
  effects: [effect],
  recoveredAfter: 4,
  success: 0.99,
  stableSeconds: 20,
  requestsAfter: 500,
  disruptedSeconds: 23,
};
const limit = { withinSeconds: 10, success: 0.99, stableSeconds: 20, failFast: 2_000 };

function judged(faults: Partial<FaultsSummary> = {}, recovery: typeof limit | undefined = limit) {
  const input = inputOf(healthy());
  const profile = { ...input.configuration.profile, ...(recovery === undefined ? {} : { recovery }) };
  return { ...input, run: { ...input.run, faults: { ...summary, ...faults } }, configuration: { ...input.configuration, profile } };
}
const verdicts = (...args: Parameters<typeof judged>) => judgeRecovery(judged(...args)).map(({ id, verdict }) => [id, verdict]);

describe('the judgement of faults', () => {
  it('is none without faults, and only whether they were there without a limit', () => {
    expect(judgeRecovery(inputOf(healthy()))).toEqual([]);
    const { profile } = judged().configuration;
    const { recovery: _, ...without } = profile;
    const input = judged();
    expect(judgeRecovery({ ...input, configuration: { ...input.configuration, profile: without } })).toHaveLength(1);
  });

  it('passes a recovery in time, and failures that come fast', () => {
    expect(verdicts()).toEqual([
      ['faults.done', 'PASS'],
      ['recovery.within', 'PASS'],
      ['recovery.failFast', 'PASS'],
    ]);
    expect(verdicts({ effects: [{ ...effect, failureP95: null }] })[2]).toEqual(['recovery.failFast', 'PASS']);
  });

  it('fails a late recovery, one that never came, and failures that people wait for', () => {
    expect(verdicts({ recoveredAfter: 11 })[1]).toEqual(['recovery.within', 'FAIL']);
    expect(verdicts({ recoveredAfter: null })[1]).toEqual(['recovery.within', 'FAIL']);
    expect(verdicts({ effects: [{ ...effect, failureP95: 9_900 }] })[2]).toEqual(['recovery.failFast', 'FAIL']);
    expect(judge(judged({ recoveredAfter: null }))).toMatchObject({
      verdict: 'FAIL',
      headline: expect.stringContaining('requests did not succeed again after the last fault'.slice(1)),
      advice: expect.stringContaining('what keeps it from working after the fault'),
    });
  });

  it('shows nothing where a fault was not there, or too few people came after it', () => {
    const missing = judged({ effects: [{ ...effect, wasDone: false }], recoveredAfter: null });
    expect(judgeRecovery(missing).map(({ verdict }) => verdict)).toEqual(['INCONCLUSIVE', 'INCONCLUSIVE', 'PASS']);
    expect(judge(missing)).toMatchObject({ verdict: 'INCONCLUSIVE', advice: expect.stringContaining('faults.json') });
    expect(verdicts({ requestsAfter: 20, recoveredAfter: null })[1]).toEqual(['recovery.within', 'INCONCLUSIVE']);
  });

  it('is said in words', () => {
    expect(judgeRecovery(judged({ recoveredAfter: 11 })).map(criterionSentence)).toEqual([
      '0 of 1 fault could not be made or ended as planned, so the run shows less than it should.',
      'Requests succeeded again 11 s after the end of the last fault (limit 10 s).',
      'While a fault lasted, 95 % of the requests that failed did so within 1.5 s (limit 2 s).',
    ]);
  });
});
