import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../../models/results/verdict.ts';
import { judge } from '../../../models/verdict/judge.ts';
import type { MeasurementLine } from '../../../models/workload/log/measurement-log.ts';
import { budget } from '../made-surge.ts';
import { numbered } from '../measurement/lines.ts';
import { configured, inputOf, log, seconds } from './runs.ts';

describe('a verdict, as a function of its input,', () => {
  const ms = fc.integer({ min: 50, max: 5_000 });
  const run = fc.record({ slow: ms, fast: ms, until: fc.integer({ min: 0, max: 60 }), errors: fc.integer({ min: 0, max: 5 }) });
  const lines = ({ slow, fast, until, errors }: { slow: number; fast: number; until: number; errors: number }): MeasurementLine[] =>
    log((s) => [
      { step: 'pay', ms: s < until ? slow : fast, n: 20 },
      { step: 'pay', ms: 1, n: errors, outcome: 'failed' },
    ]);
  const judgePay = (list: MeasurementLine[], limits: object): readonly CriterionResult[] =>
    judge(
      inputOf(list, { configuration: configured({ budgets: { steps: { pay: { ...budget, ...limits } }, journeys: {} }, queue: null }) }),
    ).criteria;
  const severity = ({ verdict }: CriterionResult): number => ['PASS', 'WARN', 'INCONCLUSIVE', 'FAIL'].indexOf(verdict);

  it('never gets better when a budget gets tighter', () => {
    fc.assert(
      fc.property(run, fc.double({ min: 0.2, max: 1, noNaN: true }), (shape, tighter) => {
        const list = lines(shape);
        const wide = judgePay(list, {});
        const tight = judgePay(list, {
          p50: 300 * tighter,
          p95: 1_000 * tighter,
          p99: 3_000 * tighter,
          errorShare: 0.01 * tighter,
        });
        for (const [i, criterion] of tight.entries()) expect(severity(criterion)).toBeGreaterThanOrEqual(severity(wide[i]!));
      }),
      { numRuns: 40 },
    );
  });

  it('never turns a failure into a pass when there is more of the same', () => {
    fc.assert(
      fc.property(run, (shape) => {
        const once = judgePay(lines(shape), {});
        const twice = judgePay(
          seconds(lines(shape), ({ samples }) => ({ samples: [...samples, ...samples] })),
          {},
        );
        for (const [i, { verdict }] of once.entries())
          if (verdict === 'FAIL') expect(['FAIL', 'INCONCLUSIVE']).toContain(twice[i]!.verdict);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the unit of time: times and limits an octave longer, same verdicts', () => {
    fc.assert(
      fc.property(run, (shape) => {
        const one = judgePay(lines(shape), {});
        const two = judgePay(lines({ ...shape, slow: shape.slow * 2, fast: shape.fast * 2 }), { p50: 600, p95: 2_000, p99: 6_000 });
        // How long a stretch lasts is no latency. Slower requests started earlier, so whole seconds of them may or may not prove a failure.
        const beyond = (verdict: string, margin: number | null) =>
          margin !== null && margin < 0 && verdict !== 'WARN' ? 'beyond' : verdict;
        const judged = (all: readonly CriterionResult[]) =>
          all.flatMap(({ verdict, margin, statistic }) =>
            statistic === 'stretch' || statistic === 'burst' ? [] : [[beyond(verdict, margin), margin]],
          );
        expect(judged(two)).toEqual(judged(one));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the lines and is reproducible', () => {
    const list = lines({ slow: 900, fast: 200, until: 20, errors: 1 });
    expect(judge(inputOf(numbered(list).reverse()))).toEqual(judge(inputOf(list)));
  });
});
