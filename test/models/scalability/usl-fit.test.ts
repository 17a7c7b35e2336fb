import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uslThroughput } from '../../../models/scalability/usl.ts';
import { uslFit } from '../../../models/scalability/usl-fit.ts';
import { randomStream } from '../../../models/simulation/random-stream.ts';
import { expectRefusal } from '../refused.ts';

const spec = { load: [1, 18, 36, 72, 108, 144, 216], throughput: [64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2] };

describe('uslFit', () => {
  it('has the numbers of R usl for specsdm91', () => {
    const fit = uslFit(spec);
    expect(fit.contention).toBeCloseTo(0.0277285, 7);
    expect(fit.coherency).toBeCloseTo(0.0001043655, 9);
    expect(fit.scale).toBeCloseTo(89.995233, 5);
    expect(fit.limit).toBeCloseTo(3245.589, 2);
    expect(fit.peakLoad).toBeCloseTo(96.51956, 4);
    expect(fit.peakThroughput).toBeCloseTo(1883.9, 1);
    for (const [i, x] of [90, 1078, 1541, 1850, 1879, 1822, 1646].entries())
      expect(Math.abs(uslThroughput(fit, spec.load[i]!) - x)).toBeLessThan(0.6);
    expect(fit.warnings).toEqual([]);
  });

  it('has the two-sided interval with n - 3 degrees: R’s standard errors times t(.975, 4) = 2.776445', () => {
    const { intervals, contention, coherency, scale } = uslFit(spec);
    expect((intervals.contention[1] - contention) / 2.776445).toBeCloseTo(0.0091217, 6);
    expect((intervals.coherency[1] - coherency) / 2.776445).toBeCloseTo(1.99e-5, 7);
    expect((intervals.scale[1] - scale) / 2.776445).toBeCloseTo(14.2135, 3);
    const narrow = uslFit({ ...spec, confidence: 0.5 }).intervals;
    expect(narrow.scale[1]).toBeLessThan(intervals.scale[1]);
  });

  it('has the numbers of R usl for raytracer', () => {
    const fit = uslFit({ load: [1, 4, 8, 12, 16, 20], throughput: [20, 78, 130, 170, 190, 200] });
    expect(fit.contention).toBeCloseTo(0.02444, 5);
    expect(fit.coherency).toBeCloseTo(0.00163, 5);
    expect(fit.scale).toBeCloseTo(20.85605, 4);
    expect(fit.warnings.join()).toMatch(/peak at 24\.5 is beyond the largest measured load \(20\)/);
  });

  it('finds the parameters of noise-free data (R usl test)', () => {
    const fit = uslFit({ load: [1, 2, 4, 6, 8, 10], throughput: [1, 1.8868, 3.0769, 3.5294, 3.5398, 3.3557] });
    expect([fit.contention, fit.coherency, fit.scale].map((value) => Number(value.toFixed(3)))).toEqual([0.02, 0.02, 1]);
  });

  it('finds any parameters again', () => {
    const at = fc.record({
      contention: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
      coherency: fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
      scale: fc.double({ min: 0.1, max: 1e5, noNaN: true }),
    });
    const load = [1, 2, 4, 8, 16, 32, 64, 128];
    fc.assert(
      fc.property(at, (law) => {
        const fit = uslFit({ load, throughput: load.map((n) => uslThroughput(law, n)) });
        expect(fit.contention).toBeCloseTo(law.contention, 5);
        expect(fit.coherency).toBeCloseTo(law.coherency, 7);
        expect(fit.scale / law.scale).toBeCloseTo(1, 6);
      }),
    );
  });

  it('covers the truth in about 95 % of noisy repetitions', () => {
    const law = { contention: 0.03, coherency: 2e-4, scale: 10 };
    const load = [1, 5, 20, 40, 70, 100, 140];
    const random = randomStream(4, 0);
    let covered = 0;
    for (let i = 0; i < 300; i++) {
      const throughput = load.map((n) => uslThroughput(law, n) + 3 * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()));
      const [low, high] = uslFit({ load, throughput: throughput.map((x) => Math.max(0.1, x)) }).intervals.coherency;
      if (low <= law.coherency && law.coherency <= high) covered++;
    }
    // R's own interval covers 86 to 88 %.
    expect(covered / 300).toBeGreaterThan(0.915);
    expect(covered / 300).toBeLessThan(0.985);
  });

  it('keeps contention and coherency at zero and says that there is no peak and no limit', () => {
    const fit = uslFit({ load: [1, 2, 4, 8], throughput: [10, 20, 40, 80] });
    expect(fit).toMatchObject({ contention: 0, coherency: 0, peakLoad: null, peakThroughput: null, limit: null });
    expect(fit.warnings).toHaveLength(3);
    expect(uslFit({ load: [1, 2, 4, 8, 16], throughput: [10, 21, 40, 85, 160] }).contention).toBe(0);
  });

  it('refuses steps that cannot be fitted', () => {
    expectRefusal(() => uslFit({ load: [1, 2], throughput: [1] }), 'out-of-range', /as many values each, got 2 and 1/);
    expectRefusal(() => uslFit({ load: [1, 2, 3], throughput: [1, 2, 3] }), 'out-of-range', /at least four steps at three levels/);
    expectRefusal(() => uslFit({ load: [1, 1, 2, 2], throughput: [1, 1, 2, 2] }), 'out-of-range', /got 4 at 2/);
    expectRefusal(() => uslFit({ ...spec, confidence: 1 }), 'out-of-range', /^confidence/);
  });
});
