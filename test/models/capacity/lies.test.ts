import { describe, expect, it } from 'vitest';
import { fitCapacity } from '../../../models/capacity/fit-capacity.ts';
import type { CapacityBlock, CapacityStep } from '../../../models/results/plan/capacity.ts';
import { bucketMid, bucketOf, decodeCells, encodeCells } from '../../../models/workload/log/histogram.ts';
import { madeLadder, madeStep } from './made-step.ts';

/** A node of 8 servers and 40 ms: 200/s at most. */
const SYSTEM = { servers: 8, serviceTime: 0.04, cs2: 0.5, seed: 7 };
const OPTIONS = { balancer: 'shared', ca2: 1, seed: 1, resamples: 1 } as const;
const LADDER = [...madeLadder(SYSTEM), madeStep(SYSTEM, 260)];
const PAST = LADDER.length - 1;

type Lie = (step: CapacityStep, i: number) => CapacityStep;

const scaled = (block: CapacityBlock, factor: number): CapacityBlock => {
  const cells = new Map<number, number>();
  for (const [bucket, count] of decodeCells(block.cells)) {
    const to = bucketOf(bucketMid(bucket) * factor);
    cells.set(to, (cells.get(to) ?? 0) + count);
  }
  return { ...block, cells: encodeCells(cells) };
};

/** Response times of the steps longer by a factor; the gauge of requests in progress saw it, or did not. */
const slower =
  (factor: number, which: (i: number) => boolean, seen: boolean): Lie =>
  (step, i) =>
    which(i)
      ? {
          ...step,
          blocks: step.blocks.map((block) => scaled(block, factor)),
          concurrency: step.concurrency! * (seen ? factor : 1),
          utilisation: seen ? null : step.utilisation,
        }
      : step;

/** Requests beyond the rates of the ladder that are refused at once and counted as answers of 1 ms. */
const fastErrors = (share: number): CapacityStep => {
  const step = madeStep(SYSTEM, 185);
  const more = (block: CapacityBlock) => Math.round((block.answered * share) / (1 - share));
  return {
    ...step,
    name: 'fast errors',
    offeredRate: step.offeredRate / (1 - share),
    achievedRate: step.achievedRate / (1 - share),
    blocks: step.blocks.map((block) => ({
      answered: block.answered + more(block),
      cells: encodeCells(new Map([[bucketOf(1), more(block)], ...decodeCells(block.cells)])),
    })),
  };
};

const failing = (rate: number, share: number): CapacityStep => {
  const step = madeStep(SYSTEM, rate);
  return {
    ...step,
    name: 'failing',
    offeredRate: step.offeredRate / (1 - share),
    blocks: step.blocks.map((block) => ({ ...block, failed: Math.round((block.answered * share) / (1 - share)) })),
  };
};

/** What clients in a closed loop see: nobody waits, as long as there are no more of them than servers. */
const closed = (clients: number): CapacityStep => {
  const step = madeStep({ ...SYSTEM, servers: 100 }, clients / SYSTEM.serviceTime);
  return { ...step, name: `${clients} clients`, offeredRate: step.achievedRate, concurrency: clients, utilisation: null };
};

const capacityOf = (steps: readonly CapacityStep[]) => {
  const fit = fitCapacity(steps, OPTIONS);
  return { ...fit, most: fit.best.serversPerNode / fit.best.service.mean };
};

describe('a ladder that lies', () => {
  it('is none: all steps used, 200/s found within 5 %', () => {
    const { most, refused } = capacityOf(LADDER);
    expect(Math.abs(most / 200 - 1)).toBeLessThan(0.05);
    expect(refused.map(({ throughput }) => throughput)).toEqual([true]);
  });

  it.each<[string, Lie, RegExp]>([
    ['response times in seconds', slower(1e-3, () => true, false), /Little's law.*a factor of 1,000: seconds and milliseconds/],
    ['response times in microseconds', slower(1e3, () => true, false), /Little's law.*a factor of 1,000/],
    [
      'response times in seconds, nothing in progress known',
      (step, i) => ({ ...slower(1e-3, () => true, false)(step, i), concurrency: null }),
      /(utilisation allows|answered,) .*response times say .*check units/,
    ],
    [
      'the same without utilisation, beside a saturated step',
      (step, i) => ({ ...slower(1e-3, () => true, false)(step, i), concurrency: null, utilisation: null }),
      /\/s were answered, response times say .*check units/,
    ],
    [
      'answers per minute',
      (step) => ({ ...step, achievedRate: 60 * step.achievedRate }),
      /achievedRate is .*a factor of 60: seconds and minutes/,
    ],
    ['arrivals per minute', (step) => ({ ...step, offeredRate: 60 * step.offeredRate }), /offeredRate is .*a factor of 60/],
    ['blocks in milliseconds', (step) => ({ ...step, blockSeconds: 1000 * step.blockSeconds }), /answered were .*a factor of 1,000/],
    ['requests in progress of one of three nodes', (step) => ({ ...step, concurrency: step.concurrency! / 3 }), /Little's law/],
    [
      'cells that hold half of the answers',
      (step) => ({ ...step, blocks: step.blocks.map((block) => ({ ...block, answered: 2 * block.answered })) }),
      /their cells hold/,
    ],
  ])('is refused with both numbers: %s', (_, lie, sentence) => {
    expect(() => fitCapacity(LADDER.map(lie), OPTIONS)).toThrow(sentence);
  });

  it.each<[string, readonly CapacityStep[], string, RegExp]>([
    ['one step three times slower, unseen by its gauge', LADDER.map(slower(3, (i) => i === 2, false)), '120/s', /Little's law/],
    ['one step three times slower', LADDER.map(slower(3, (i) => i === 2, true)), '120/s', /slower than a step of more arrivals: p50 /],
    ['the calmest step three times slower', LADDER.map(slower(3, (i) => i === 0, true)), '40/s', /slower than a step of more arrivals/],
    [
      'one step at half the utilisation',
      LADDER.map((step, i) => (i === 2 ? { ...step, utilisation: 0.3 } : step)),
      '120/s',
      /utilisation is 30 %/,
    ],
    ['one rate of a step', LADDER.map((step, i) => (i === 1 ? { ...step, achievedRate: 8 } : step)), '80/s', /achievedRate is 8\/s/],
    ['20 % of fast errors', [...LADDER, fastErrors(0.2)], 'fast errors', /errors counted as answers/],
    [
      '20 % of fast errors, nothing else known',
      [...LADDER, fastErrors(0.2)].map((step) => ({ ...step, utilisation: null, concurrency: null })),
      'fast errors',
      /errors counted as answers/,
    ],
    ['a calm step that fails', [...LADDER, failing(60, 0.1)], 'failing', /10(\.1)? % of its requests failed.*without: find out why/],
    ['more answers than arrivals', LADDER.map((step, i) => (i === 1 ? { ...step, offeredRate: 50 } : step)), '80/s', /only 50\/s arrived/],
  ])('loses that step, and keeps 200/s within 10 %%: %s', (_, steps, name, reason) => {
    const { most, refused } = capacityOf(steps);
    const left = refused.filter(({ throughput }) => !throughput);
    expect(left.map(({ step }) => step.name)).toEqual([name]);
    expect(left[0]!.reason).toMatch(reason);
    expect(Math.abs(most / 200 - 1)).toBeLessThan(0.1);
  });

  it('cannot tell a busiest step that is three times slower from a smaller capacity, and errs by less than 10 % to the safe side', () => {
    const { most } = capacityOf(LADDER.map(slower(3, (i) => i === PAST - 1, true)));
    expect(most / 200).toBeGreaterThan(0.9);
    expect(most / 200).toBeLessThan(1);
  });

  it('uses the throughput of a step that fails because too much arrives: 195 good of 244/s', () => {
    const { refused, most } = capacityOf([...LADDER.slice(0, PAST), failing(195, 0.2)]);
    expect(refused).toMatchObject([
      { throughput: true, reason: expect.stringMatching(/^20(\.1)? % of its requests failed .*only the 19\d\/s/) },
    ]);
    expect(Math.abs(most / 195 - 1)).toBeLessThan(0.05);
  });

  it('takes the highest throughput where it collapses, and says so', () => {
    const collapse = { ...madeStep(SYSTEM, 120), name: 'collapsed', offeredRate: 400 };
    const { refused, warnings, most } = capacityOf([...LADDER, collapse]);
    expect(refused.find(({ step }) => step.name === 'collapsed')).toMatchObject({ throughput: false });
    expect(warnings.join()).toMatch(/throughput collapses when more arrives than 1 node answers: from 2\d\d to 1\d\d\/s at 400\/s/);
    expect(Math.abs(most / 200 - 1)).toBeLessThan(0.05);
  });

  it('refuses a closed loop, declared or seen, and uses its throughput where more clients do not raise it', () => {
    const loop = [2, 4, 6, 8].map(closed);
    expect(() => fitCapacity(loop, OPTIONS)).toThrow(
      /closed loop, as 2 requests are always in progress: .*measure with arrivals at a constant rate/,
    );
    const declared = [8, 16].map((clients) => ({
      ...closed(8),
      name: `${clients} clients`,
      concurrency: clients,
      loop: 'closed' as const,
    }));
    const { refused, most } = capacityOf([...LADDER.slice(0, PAST), ...declared.map((step) => ({ ...step, blocks: [] }))]);
    expect(refused.map(({ throughput }) => throughput)).toEqual([false, true]);
    expect(Math.abs(most / 200 - 1)).toBeLessThan(0.1);
  });

  it('bounds a calm ladder by its utilisation, and takes the least that explains one without, each with a warning', () => {
    const calm = [10, 20, 30, 40].map((rate) => madeStep(SYSTEM, rate));
    const { most, warnings } = capacityOf(calm);
    expect(warnings.join()).toMatch(
      /no step came near saturation \(the busiest is at 2\d(\.\d)? % of it\), so what a node can do, [12]\d\d\/s, rests on its utilisation/,
    );
    expect(most).toBeLessThan(220);
    const blind = calm.map((step) => ({ ...step, utilisation: null }));
    const least = capacityOf(blind);
    expect(least.most).toBeLessThan(200);
    expect(least.warnings.join()).toContain('the least that explains them');
  });

  it('says when another part than the busiest resource is the limit: a pool, at half of the CPU', () => {
    const { warnings } = capacityOf(LADDER.map((step) => ({ ...step, utilisation: step.utilisation! / 2 })));
    expect(warnings.join()).toMatch(/its busiest resource is in use to [45]\d(\.\d)? %: another part of it/);
  });
});
