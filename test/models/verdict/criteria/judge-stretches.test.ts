import { describe, expect, it } from 'vitest';
import type { PackedCells, Series } from '../../../../models/measurement/folded-run.ts';
import { countOf, isTimed, perSecond } from '../../../../models/measurement/judged-samples.ts';
import { createCellSum } from '../../../../models/measurement/packed-cells.ts';
import type { Evidence } from '../../../../models/verdict/criteria/evidence.ts';
import { judgeLatency } from '../../../../models/verdict/criteria/judge-latency.ts';
import { burstShare, judgeBurst, judgeStretch } from '../../../../models/verdict/criteria/judge-stretches.ts';
import { bucketOf } from '../../../../models/workload/log/histogram.ts';
import { exponential, normal, type Random, randomFrom } from '../../../../models/workload/users/random.ts';
import { budget } from '../../made-surge.ts';

type At = (second: number) => number;

/** Samples of one outcome: `n(s)` requests that should have started in second s, each `ms(s)` long, answered when they were. */
function series(outcome: string, seconds: number, n: At, ms: At): Series {
  const lists = new Map<number, [bucket: number, count: number][]>();
  for (let second = 0; second < seconds; second++) {
    if (n(second) === 0) continue;
    const answered = Math.floor(second + 0.5 + ms(second) / 1_000);
    lists.set(answered, [...(lists.get(answered) ?? []), [bucketOf(ms(second)), n(second)]]);
  }
  const packed = [...lists].map(([second, cells]) => {
    const sum = createCellSum();
    for (const cell of cells) sum.addPacked(Uint32Array.from(cell));
    return [second, sum.take()] as const;
  });
  return made(outcome, new Map(packed));
}

function made(outcome: string, seconds: ReadonlyMap<number, PackedCells>): Series {
  const count = [...seconds.values()].reduce((sum, cells) => sum + cells.filter((_, i) => i % 2 === 1).reduce((all, n) => all + n, 0), 0);
  return { outcome, phase: 'surge', judged: true, clock: 1, count, seconds };
}

function evidenceOf(all: readonly Series[], seconds: number): Evidence {
  const timed = all.filter(({ outcome }) => isTimed(outcome));
  return {
    ...{ id: 'budgets.pay', kind: 'latency', subject: 'pay', title: 'Pay', timed, seconds: perSecond(timed), runSeconds: seconds + 30 },
    ...{ planned: countOf(all), mayBeAbsent: false },
  };
}

/** Twenty requests a second of 20 ms, and 9 s each from second 900 on for some seconds: the situations of the note. */
const slow = (minutes: number, collapse: number): Evidence =>
  evidenceOf(
    [
      series(
        'ok',
        minutes * 60,
        () => 20,
        (s) => (s >= 900 && s < 900 + collapse ? 9_000 : 20),
      ),
    ],
    minutes * 60,
  );

describe('the longest time over p95', () => {
  const judged = (evidence: Evidence) => judgeStretch(evidence, budget)[0]!;

  it('fails a collapse of 30 s in half an hour and in two hours, and passes one of 6 s', () => {
    expect(judged(slow(30, 30))).toMatchObject({ id: 'budgets.pay.stretch', value: 30_000, limit: 10_000, second: 900, verdict: 'FAIL' });
    expect(judged(slow(120, 30))).toMatchObject({ value: 30_000, verdict: 'FAIL' });
    expect(judged(slow(30, 6))).toMatchObject({ value: 6_000, second: 900, samples: 36_000, verdict: 'PASS' });
    expect(judged(slow(120, 12)).verdict).toBe('FAIL');
    expect(judged(slow(120, 8)).verdict).toBe('PASS');
    expect(judged(slow(30, 0))).toMatchObject({ value: 0, verdict: 'PASS' });
    expect(judged(slow(30, 0))).not.toHaveProperty('second');
  });

  it('is as the surge sets it, and nothing without a limit or with too few requests', () => {
    expect(judgeStretch(slow(30, 6), { ...budget, stretch: 3_000 })).toMatchObject([{ verdict: 'FAIL' }]);
    expect(judgeStretch(slow(30, 30), { ...budget, stretch: null })).toEqual([]);
    expect(judgeStretch(slow(30, 30), { ...budget, p95: null })).toEqual([]);
    expect(
      judgeStretch(
        evidenceOf(
          [
            series(
              'ok',
              10,
              () => 1,
              () => 9_000,
            ),
          ],
          10,
        ),
        budget,
      ),
    ).toEqual([]);
  });

  it('proves that a percentile failed, whatever is drawn anew', () => {
    // 30 of 1,800 seconds: 1.7 % of the requests took 9 s, so that p99 did; half of all resamples have fewer blocks of them.
    const of = (evidence: Evidence) =>
      judgeLatency(evidence, { ...budget, p50: null }, 1).map(({ statistic, verdict }) => [statistic, verdict]);
    expect(of(slow(30, 30))).toEqual([
      ['p95', 'PASS'],
      ['p99', 'FAIL'],
    ]);
    expect(of(slow(30, 6))).toEqual([
      ['p95', 'PASS'],
      ['p99', 'PASS'],
    ]);
  });
});

describe('the longest burst of errors', () => {
  const failing = (seconds: number, collapse: number, n = 20) => {
    const bad: At = (s) => (s >= 900 && s < 900 + collapse ? n : 0);
    const all = [
      series(
        'ok',
        seconds,
        (s) => n - bad(s),
        () => 20,
      ),
      series('failed', seconds, bad, () => 5),
    ];
    return judgeBurst({ ...evidenceOf(all, seconds), kind: 'errors' }, all, { ...budget, errorShare: 0.001 })[0]!;
  };

  it('passes a whole second of errors in half an hour, and fails six', () => {
    expect(failing(1_800, 1)).toMatchObject({ value: 1_000, limit: 5_000, second: 900, samples: 36_000, verdict: 'PASS' });
    expect(failing(1_800, 4).verdict).toBe('PASS');
    expect(failing(1_800, 6)).toMatchObject({ value: 6_000, verdict: 'FAIL' });
    expect(failing(7_200, 6)).toMatchObject({ value: 6_000, verdict: 'FAIL' });
    expect(failing(1_800, 0)).toMatchObject({ value: 0, verdict: 'PASS' });
  });

  it('is seen where requests are few', () => {
    expect(failing(1_800, 30, 1)).toMatchObject({ value: 30_000, verdict: 'FAIL' });
    expect(failing(1_800, 3, 1)).toMatchObject({ value: 0, verdict: 'PASS' });
  });

  it('begins far above the limit on errors', () => {
    expect([0, 0.001, 0.01, 0.02, 0.05, 0.7].map(burstShare)).toEqual([0.1, 0.1, 0.1, 0.2, 0.5, 0.7]);
    const one = [
      series(
        'ok',
        30,
        () => 20,
        () => 20,
      ),
    ];
    expect(judgeBurst(evidenceOf(one, 30), one, { ...budget, errorShare: null })).toEqual([]);
    expect(judgeBurst(evidenceOf(one, 30), one, { ...budget, burst: null })).toEqual([]);
  });
});

describe('a healthy run', () => {
  /** Number of arrivals in a second, for rates of Poisson arrivals; normal where there are many. */
  const arrivals = (rate: number, random: Random): number => {
    if (rate > 50) return Math.max(0, Math.round(rate + Math.sqrt(rate) * normal(random)));
    let [n, time] = [0, exponential(random) / rate];
    for (; time < 1; n++) time += exponential(random) / rate;
    return n;
  };

  /**
   * Lognormal response times of median 80 ms and σ = 0.7, so that p95 is 80 · exp(1.645 · 0.7) = 253 ms; every two minutes a pause adds
   * 800 ms to everything of that second. One request in a thousand fails.
   */
  function healthy(rate: number, seconds: number, seed: number): Series[] {
    const random = randomFrom(seed, Math.round(rate * 10));
    const [ok, failed] = [new Map<number, PackedCells>(), new Map<number, PackedCells>()];
    const [good, bad] = [createCellSum(), createCellSum()];
    for (let second = 0; second < seconds; second++) {
      const pause = second % 120 === 60 ? 800 : 0;
      for (let i = arrivals(rate, random); i > 0; i--) {
        const cells = Uint32Array.of(bucketOf(80 * Math.exp(0.7 * normal(random)) + pause), 1);
        (random() < 0.001 ? bad : good).addPacked(cells);
      }
      ok.set(second, good.take());
      failed.set(second, bad.take());
    }
    return [made('ok', ok), made('failed', failed)];
  }

  it.each([0.2, 1, 3, 10, 20, 60, 300])('has no stretch and no burst beyond its limit, at %f requests a second', (rate) => {
    for (let seed = 1; seed <= 8; seed++) {
      const all = healthy(rate, 1_800, seed);
      const evidence = evidenceOf(all, 1_800);
      // The tightest limit that the service keeps: 4.6 % of the answers are over it, and in every pause nearly all.
      const [stretch] = judgeStretch(evidence, { ...budget, p95: 265 });
      const [burst] = judgeBurst(evidence, all, { ...budget, errorShare: 0.001 });
      expect([stretch?.verdict, burst?.verdict], `seed ${seed}: ${stretch?.value} ms, ${burst?.value} ms`).toEqual(['PASS', 'PASS']);
      expect(stretch!.value).toBeLessThan(4_000);
    }
  });
});
