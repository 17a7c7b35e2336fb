import { describe, expect, it } from 'vitest';
import { fitCapacity } from '../../../models/capacity/fit-capacity.ts';
import { madeLadder, madeStep } from './made-step.ts';

const SYSTEM = { servers: 8, serviceTime: 0.04, cs2: 1, seed: 3 };
const OPTIONS = { balancer: 'shared', ca2: 1, seed: 1, resamples: 5 } as const;
const ladder = madeLadder(SYSTEM);

describe('fitCapacity', () => {
  const fit = fitCapacity(ladder, OPTIONS);

  it('finds the servers and the service time that the steps were simulated with', () => {
    expect(fit.best.serversPerNode).toBe(8);
    expect(fit.best.service.mean).toBeGreaterThan(0.038);
    expect(fit.best.service.mean).toBeLessThan(0.042);
    expect(fit.best.service.cs2).toBeCloseTo(1, 0);
  });

  it('is deterministic in its seed', () =>
    expect(fitCapacity(ladder, OPTIONS).draws.map((draw) => draw.service.mean)).toEqual(fit.draws.map((draw) => draw.service.mean)));

  it('ranks the queue first on a queue, by the top step it had not seen, from steps of four minutes', () => {
    const { models } = fitCapacity(madeLadder({ ...SYSTEM, seconds: 240 }), { ...OPTIONS, resamples: 1 });
    expect(models[0]!.name).toBe('queue');
    expect(models.map((model) => model.name).sort()).toEqual(['demand law', 'queue', 'scalability law']);
    expect(models[0]!.topStepError).toBeLessThan(0.2);
  });

  it('says when the better explanation is not the better prediction, as it happens in one ladder of twelve', () => {
    const { models, warnings } = fitCapacity(madeLadder({ ...SYSTEM, seed: 4 }), { ...OPTIONS, resamples: 1 });
    expect(models[0]!.name).toBe('scalability law');
    expect(warnings.join()).toContain('queue explains the steps better (AICc), scalability law predicts the left-out top step better');
  });

  it('takes a step that was answered by 3 % too little by chance for what it is: 30/s for 20 s', () => {
    const short = { ...madeStep({ ...SYSTEM, seconds: 20 }, 30), offeredRate: 30, achievedRate: 28.5 };
    expect(fitCapacity([...ladder, short], { ...OPTIONS, resamples: 1 }).refused).toEqual([]);
  });

  it('sees the capacity in a saturated step: an interval of c/S at most half as wide as from calm steps alone', () => {
    const calm = madeLadder(SYSTEM).slice(0, 3);
    const width = (steps: typeof ladder) => {
      const rates = fitCapacity(steps, { ...OPTIONS, resamples: 40 }).draws.map((draw) => draw.serversPerNode / draw.service.mean);
      return Math.max(...rates) - Math.min(...rates);
    };
    expect(width([...calm, madeStep(SYSTEM, 240)])).toBeLessThan(width(calm) / 2);
  });

  it('says that nodes were taken to add up', () => expect(fit.warnings.join()).toContain('nodes are taken to add up'));

  it('measures how nodes add up from steps past saturation: 3 % contention made, 3 % found', () => {
    const over = [1, 2, 4, 8].map((nodes) => ({
      ...madeStep({ ...SYSTEM, seconds: 5 }, 100),
      nodes,
      offeredRate: 400 * nodes,
      achievedRate: (200 * nodes) / (1 + 0.03 * (nodes - 1)),
      blocks: [],
    }));
    const found = fitCapacity([...ladder, ...over], { ...OPTIONS, resamples: 1 });
    expect(found.scaling).toMatchObject({ kind: 'scalability law', shared: null, certain: true });
    expect(found.best.contention).toBeCloseTo(0.03, 6);
    expect(found.refused.map((one) => one.reason)[0]).toContain('so the queue grew');
  });

  it('tells even spacing from Poisson, which waits less at the same rate', () => {
    const even = fitCapacity(madeLadder({ ...SYSTEM, even: true }), { ...OPTIONS, resamples: 1 });
    expect(even.used[0]!.ca2).toBe(0);
    expect(even.best.serversPerNode).toBeGreaterThanOrEqual(7);
    expect(even.best.serversPerNode).toBeLessThanOrEqual(9);
  });

  it('warns of mixed spacing, of a ladder without saturation and of one without calm', () => {
    const calm = [10, 14, 20, 25].map((rate) => madeStep(SYSTEM, rate));
    expect(fitCapacity([...calm, madeStep({ ...SYSTEM, even: true }, 30)], { ...OPTIONS, resamples: 1 }).warnings.join()).toMatch(
      /no step came near saturation.*even and Poisson spacing are mixed/,
    );
    const busy = [130, 150, 165].map((rate) => madeStep(SYSTEM, rate));
    expect(fitCapacity(busy, { ...OPTIONS, resamples: 1 }).warnings.join()).toContain('the calmest step already has a utilisation of');
  });

  it('refuses steps with the reason of each', () => {
    const step = { ...madeStep(SYSTEM, 40), concurrency: null };
    const slower = [...step.blocks.slice(0, 30), ...madeStep({ ...SYSTEM, serviceTime: 0.09 }, 40).blocks.slice(0, 30)];
    const refused = [
      { ...step, generator: { valid: false, reason: null } },
      { ...step, blocks: step.blocks.slice(0, 3) },
      { ...step, blocks: slower },
      { ...step, blocks: [...slower].reverse() },
    ];
    expect(() => fitCapacity(refused, OPTIONS)).toThrow(
      /got 0 \(40\/s: the generator was the limit.*are too few.*the mean response grew by .*fell by .*measure more steps/,
    );
    expect(() => fitCapacity([step], OPTIONS)).toThrow('at least 3 must be usable to fit a node, got 1; measure more steps');
  });
});
