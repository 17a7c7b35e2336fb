import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWithin } from '../../../../models/demand/launch/analogues/people-of-measure.ts';
import { PUBLIC_SURGES, type PublicSurge } from '../../../../models/demand/launch/analogues/public-surges.ts';
import { crowdOf } from '../../../../models/demand/launch/arrivals/crowd.ts';
import { pentUpDemand } from '../../../../models/demand/launch/arrivals/pent-up.ts';
import { forecastLaunch } from '../../../../models/demand/launch/forecast-launch.ts';
import { forecastLaunches, launchDocument } from '../../../../models/demand/launch/launch-document.ts';
import { arrivalCurve } from '../../../../models/workload/arrivals/curves/from-spec.ts';
import { curveProblems } from '../../../../models/workload/checks/validate-curve.ts';
import { QUANTITY_KINDS } from '../../../../models/workload/surge/quantity.ts';
import { analogue, launch, quantity } from './made-event.ts';

const LEVELS = ['p50', 'p80', 'p90', 'p95', 'p99'] as const;
const SHAPES = {
  'doors open': {},
  'a deadline': { type: 'deadline' },
  'an adoption': { adoption: { innovation: 0.03, imitation: 0.38, period: 3_600 } },
  'a reopening with usual arrivals beside it': { type: 'reopening', usual: { ...quantity(3), unit: 'arrivals/s' } },
} as const;

describe('forecastLaunch', () => {
  it.each(Object.entries(SHAPES))('brings as many people in the window as it says, by a sound curve: %s', (_, over) => {
    const said = forecastLaunch(launch([analogue(50_000), analogue(90_000)], over));
    for (const level of LEVELS) {
      const curve = said.curves[level]!;
      expect(curveProblems(curve, '')).toEqual([]);
      const usual = 'usual' in over ? 3 * 36_000 : 0;
      expect(arrivalCurve(curve).arrivalsUntil(36_000) / (said.arrivals[level] + usual)).toBeCloseTo(1, 6);
      expect(said.arrivalsPerSecond[level]).toBeGreaterThan(said.people[level] / 36_000);
    }
    expect(LEVELS.map((level) => said.people[level])).toEqual([...LEVELS.map((level) => said.people[level])].sort((a, b) => a - b));
  });

  it('gives the same bytes each time, and scales with its analogues', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10_000 }), fc.integer({ min: 2, max: 50 }), (size, by) => {
        const of = (factor: number) => forecastLaunch(launch([analogue(size * factor), analogue(3 * size * factor)]));
        expect(JSON.stringify(of(1))).toBe(JSON.stringify(of(1)));
        for (const level of LEVELS) expect(of(by).people[level] / of(1).people[level] / by).toBeCloseTo(1, 8);
      }),
    );
  });

  it('compares per head: the voucher launch stood 40,000 of 4.63 million in line, so twice the people stand twice as many', () => {
    const voucher: PublicSurge = PUBLIC_SURGES['voucher-launch-2025'];
    const one = analogue(0, { ...voucher, origin: 'public' });
    const said = forecastLaunch(launch([one], { population: quantity(9_260_000), growth: null }));
    expect(said.crowd.p50).toBeCloseTo(80_000, 6);
    expect(said.assumptions).toHaveProperty('spread');
    expect(said.assumptions).not.toHaveProperty('growth');
  });

  it('would not have planned the rail booking of 2025 as the year before: own events grow, unless somebody says otherwise', () => {
    const before = analogue(100);
    const said = forecastLaunch(launch([before], { type: 'reopening', growth: null }));
    // 72 % more came than the year before (Seoul Shinmun, 2025-09-18).
    expect(said.people.p50).toBeCloseTo(135, 6);
    expect(said.people.p80).toBeGreaterThan(172);
    expect(said.assumptions.growth).toMatchObject({ kind: 'assumed', value: 1.35 });
    expect(forecastLaunch(launch([before], { growth: { ...quantity(1.72), unit: 'times' } })).people.p50).toBeCloseTo(172, 6);
  });

  it('ends at 15 times the largest analogue, and at everybody on every device, and says so', () => {
    const wild = forecastLaunch(launch([analogue(10), analogue(1_000)]));
    expect(wild.people.p99).toBe(15_000);
    expect(wild.limits.join()).toMatch(/P99 end at 15 times the largest analogue/);
    const small = { population: quantity(2_000) };
    const all = forecastLaunch(launch([analogue(10, small), analogue(1_000, small)], { population: quantity(1_000) }));
    expect([all.arrivals.p99, all.people.p99]).toEqual([4_000, 1_000]);
    expect(all.limits.join()).toMatch(/P99 end at 4 arrivals per person/);
  });

  it('never has more people in line, or in all, than there are: what comes beyond is a second device, and is said', () => {
    const small = { population: quantity(2_000) };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 500 }), (population, rate) => {
        const admissions = { ...quantity(rate / 1_000), unit: 'people per second' };
        const said = forecastLaunch(
          launch([analogue(10, small), analogue(1_000, small)], { population: quantity(population), admissions }),
        );
        for (const level of LEVELS) {
          expect(said.people[level]).toBeLessThanOrEqual(population);
          expect(said.crowd[level]).toBeLessThanOrEqual(said.people[level]);
          expect(said.people[level]).toBe(Math.min(said.arrivals[level], population));
        }
        expect(said.limits.join().includes('people who come are everybody')).toBe(said.arrivals.p99 > population);
      }),
    );
  });

  it('turns a busiest second into people, and people of a part of the window into all', () => {
    // 4.15 of 6.98 million came in the first 3 of 14.5 hours of the coupon, which is where the usual half-life is from.
    const coupon = launch([analogue(1)], { window: 14.5 * 3_600 });
    expect(shareWithin(coupon, 3 * 3_600)).toBeCloseTo(4.15 / 6.98, 1);
    expect(forecastLaunch(launch([analogue(4_150_000, { within: 3 * 3_600 })], { window: 14.5 * 3_600 })).people.p50).toBeCloseTo(
      4_150_000 / shareWithin(coupon, 3 * 3_600),
      0,
    );
    const late = launch([analogue(1)], { type: 'deadline' });
    expect(shareWithin(late, 36_000)).toBeCloseTo(1, 9);
    expect(shareWithin(late, 3_600)).toBeGreaterThan(shareWithin(late, 1_800) + shareWithin(late, 3_600 * 2) / 10);
    expect(shareWithin(late, 72_000)).toBeGreaterThan(1);
    const second = forecastLaunch(launch([analogue(500, { measure: 'arrivals/s' })]));
    expect(second.arrivalsPerSecond.p50).toBeCloseTo(500, 6);
  });

  it('needs more people than stand in line when some are let in, and gets the line back from them', () => {
    const line = analogue(40_000, { measure: 'people waiting' });
    const admissions = { ...quantity(83), unit: 'people per second' };
    const open = forecastLaunch(launch([line], { admissions, opening: { hold: 600, halfLife: 1_800 } }));
    expect(open.people.p50).toBeGreaterThan(100_000);
    expect(open.crowd.p50 / 40_000).toBeCloseTo(1, 6);
    expect(forecastLaunch(launch([line])).people.p50).toBeCloseTo(40_000, 6);
    expect(forecastLaunches([launch([line])]).warnings.join()).toContain('state `admissions`');
  });

  it('counts attempts: of those turned away three in four come back, at most five times', () => {
    const { attemptsPerSecond, arrivalsPerSecond } = forecastLaunch(
      launch([analogue(1_000)], { refusal: { refused: 0.4, retries: 0.75, most: 5 } }),
    );
    // Σ 0.3^i for i = 0 to 5.
    const perPerson = (1 - 0.3 ** 6) / 0.7;
    expect(attemptsPerSecond?.perPerson).toBeCloseTo(perPerson, 12);
    expect(attemptsPerSecond?.p90).toBeCloseTo(arrivalsPerSecond.p90 * perPerson, 9);
    expect(attemptsPerSecond?.givingUp).toBeCloseTo(1 - 0.6 * perPerson, 12);
  });
});

describe('pent-up demand', () => {
  const closure = { days: 14, usualPerDay: 1_000, returning: 1, halfLifeDays: 1e9 };

  it('is the whole closure when nobody does without', () => expect(pentUpDemand(closure)).toBeCloseTo(14_000, 3));

  it('is at most a half-life over ln 2 of it when people forget', () =>
    expect(pentUpDemand({ ...closure, days: 1e6, halfLifeDays: 7 })).toBeCloseTo(7_000 / Math.LN2, 6));

  it('comes in addition at every quantile, and is told when an analogue had it too', () => {
    const event = launch([analogue(500), analogue(700, { closureDays: 2 })], { closure: { ...closure, halfLifeDays: 14, returning: 0.5 } });
    const [said, without] = [forecastLaunch(event), forecastLaunch({ ...event, closure: null })];
    for (const level of ['p50', 'p90'] as const) expect(said.people[level] - without.people[level]).toBeCloseTo(said.pentUp, 6);
    expect(forecastLaunches([event]).warnings.join()).toContain('event of 700 followed a closure too');
  });
});

describe('crowdOf', () => {
  it('is what stands in line at 200 arrivals and 83 admissions a second after 342 s: 40,000', () => {
    // The launch of the vouchers as reckoned in its surge: 40,000/(200 − 83) = 342 s.
    expect(crowdOf(arrivalCurve({ shape: 'constant', rate: 200 }), 342, 83)).toBeCloseTo(40_014, 6);
  });

  it('forgets the idle time before a rush', () => {
    const late = arrivalCurve({ shape: 'step-decay', at: 500, peak: 10, hold: 100, halfLife: 1e-3 });
    expect(crowdOf(late, 1_000, 4)).toBeCloseTo(600, 0);
  });
});

describe('launchDocument', () => {
  it('is a forecast of the highest event, as of its latest analogue', () => {
    const deadline = launch([analogue(90_000, { when: '2026-01-05T10:00' })], {
      name: 'close',
      type: 'deadline',
      time: '2027-04-01T17:30',
      window: 30_600,
    });
    const document = launchDocument([launch([analogue(100)]), deadline]);
    expect(document).toMatchObject({ series: 'launch, close', asOf: '2026-01-05', unit: 'arrivals/s', points: [] });
    expect(document.peak.window).toEqual({ from: '2027-04-01T09:00', to: '2027-04-01T17:30' });
    expect(document.peak.likelyAt).toEqual([{ time: '2027-04-01T17:30', probability: 1 }]);
    expect(document.curves).toBe(document.launches?.[1]?.curves);
  });

  it('places the highest hour of an adoption, and warns of what it does not know', () => {
    const spread = launch([analogue(100), analogue(60_000)], { adoption: { innovation: 0.03, imitation: 0.38, period: 3_600 } });
    const { peak, warnings } = launchDocument([spread]);
    // ln(q/p)/(p + q) = 6.19 periods after 09:00.
    expect(peak.likelyAt[0]?.time).toBe('2027-03-02T15:11');
    expect(warnings.join('\n')).toMatch(/P99 is \d+ times P50, because 2 events bound it only weakly[\s\S]*the hours within a day differ/);
  });
});

describe('public surges', () => {
  it.each(Object.entries<PublicSurge>(PUBLIC_SURGES))('%s carries its numbers with source and kind', (_, surge) => {
    for (const { value, unit, source, kind } of [surge.value, surge.population].filter((one) => one !== null)) {
      expect(value).toBeGreaterThan(0);
      expect(QUANTITY_KINDS).toContain(kind);
      expect(unit.length * source.length).toBeGreaterThan(0);
    }
    expect(surge.when).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  });
});
