import { describe, expect, it } from 'vitest';
import type { CapacityBlock } from '../../../../models/results/plan/capacity.ts';
import type { AskedPlan } from '../../../../scripts/bench/sizing/systems/asked-plan.ts';
import { type JudgedSystem, tallyOf } from '../../../../scripts/bench/sizing/systems/judged-systems.ts';
import { measuredLadder } from '../../../../scripts/bench/sizing/systems/measured-ladder.ts';
import { randomQuestions } from '../../../../scripts/bench/sizing/systems/random-questions.ts';
import type { SharedLimit } from '../../../../scripts/bench/sizing/systems/system-question.ts';

const count = <Item>(items: readonly Item[], of: (item: Item) => boolean) => items.filter(of).length;

describe('random systems', () => {
  const questions = randomQuestions(60);

  it('are as the limit asks: three of four not exponential, a third with a database, half in bursts, balancers and shapes of all kinds', () => {
    expect(count(questions, ({ system }) => system.service.shape === 'exponential')).toBe(15);
    expect(count(questions, ({ system }) => system.database !== null)).toBe(20);
    expect(count(questions, ({ arrivals }) => arrivals.kind === 'bursts')).toBe(30);
    for (const balancer of ['shared', 'round-robin', 'random', 'fewest-requests'] as const)
      expect(count(questions, ({ system }) => system.balancer === balancer)).toBe(15);
    expect(new Set(questions.map(({ system }) => system.service.shape)).size).toBe(5);
  });

  it('are the same however many are asked for', () => expect(randomQuestions(7)).toEqual(questions.slice(0, 7)));

  it('have the limit of their database where they say', () => {
    for (const { system, peakRate, arrivals, shared } of questions) {
      const { workers, service, database } = system;
      expect(database === null).toBe(shared === 'none');
      if (database === null) continue;
      const limit = database.connections / database.query.mean;
      const node = workers / (service.mean + database.query.mean);
      const burst = arrivals.kind === 'bursts' ? 1 + arrivals.swing : 1;
      expect(limit < 4 * node, shared).toBe(shared === 'below' || shared === 'above');
      if (shared === 'below' || shared === 'far') expect(peakRate * burst, shared).toBeLessThan(limit);
      else expect(peakRate, shared).toBeGreaterThan(limit);
    }
  });

  it('are measured as they come: every request is answered, refused, or still in work when its step ends', () => {
    const question = questions.find(
      ({ system, room, ladder, peakRate, meter }) =>
        system.database === null && meter && room < Number.POSITIVE_INFINITY && ladder.length > 5 && peakRate < 1_000,
    )!;
    for (const step of measuredLadder(question).steps) {
      const sum = (of: (block: CapacityBlock) => number) => step.blocks.reduce((total, block) => total + of(block), 0);
      expect(sum(({ answered }) => answered)).toBe(Math.round(step.achievedRate * step.blocks.length));
      const left = step.offeredRate * step.blocks.length - sum(({ answered, failed }) => answered + failed!);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(question.room * step.nodes + 1e-6);
      expect(sum(({ concurrency }) => concurrency!) / step.blocks.length).toBeCloseTo(step.concurrency!, 6);
      // Busy workers are those in progress who do not wait.
      const workers = step.nodes * question.system.workers;
      expect(step.utilisation! * workers).toBeLessThanOrEqual(Math.min(workers, step.concurrency!) + 1e-9);
      const service = question.system.service.mean + (question.system.database?.query.mean ?? 0);
      if (step.offeredRate * service < 0.8 * workers)
        expect(step.utilisation! / ((step.achievedRate * service) / workers)).toBeCloseTo(1, 1);
    }
  });
});

describe('tally of judged systems', () => {
  const [question] = randomQuestions(1);
  const plan = (nodes: number | null, more: Partial<AskedPlan> = {}): AskedPlan => ({
    nodes,
    low: 9,
    high: 11,
    warnings: [],
    sharedLimit: false,
    proven: true,
    refusal: '',
    ...more,
  });
  const judged = (truth: number | null, answer: AskedPlan, shared: SharedLimit = 'none'): JudgedSystem => ({
    question: { ...question!, shared },
    truth: { nodes: truth, sure: true },
    plan: answer,
  });

  it.each([
    ['the true number', judged(10, plan(10)), { right: 1, oneMore: 0, tooFew: 0, refused: 0, excess: 0 }],
    ['one more', judged(10, plan(11)), { right: 0, oneMore: 1, tooFew: 0, refused: 0, excess: 0.1 }],
    ['many more', judged(10, plan(20)), { right: 0, oneMore: 0, tooFew: 0, refused: 0, excess: 1 }],
    ['one fewer', judged(10, plan(9)), { right: 0, oneMore: 0, tooFew: 1, refused: 0, excess: 0 }],
    ['a number where none will do', judged(null, plan(3)), { right: 0, oneMore: 0, tooFew: 1, refused: 0, excess: 0 }],
    ['a refusal where none will do', judged(null, plan(null)), { right: 1, oneMore: 0, tooFew: 0, refused: 0, excess: 0 }],
    ['a refusal of what can be done', judged(10, plan(null)), { right: 0, oneMore: 0, tooFew: 0, refused: 1, excess: 0 }],
  ])('counts %s', (_, one, expected) => expect(tallyOf([one])).toMatchObject(expected));

  it.each([
    ['named', 'above', plan(null, { sharedLimit: true }), { limits: 1, named: 1, wronglyNamed: 0 }],
    ['not named', 'below', plan(10), { limits: 1, named: 0, wronglyNamed: 0 }],
    ['named without need', 'far', plan(10, { sharedLimit: true }), { limits: 0, named: 0, wronglyNamed: 1 }],
    ['named where no database is', 'none', plan(10, { sharedLimit: true }), { limits: 0, named: 0, wronglyNamed: 1 }],
  ] as const)('counts a limit that is %s', (_, shared, answer, expected) =>
    expect(tallyOf([judged(10, answer, shared)])).toMatchObject(expected),
  );

  it('does not let what is refused or has no number count for intervals', () =>
    expect(tallyOf([judged(10, plan(null)), judged(null, plan(3)), judged(12, plan(12))])).toMatchObject({ intervals: 1, covered: 0 }));
});
