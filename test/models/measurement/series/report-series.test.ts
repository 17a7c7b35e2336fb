import { describe, expect, it } from 'vitest';
import { reportSeries } from '../../../../models/measurement/series/report-series.ts';
import type { ReportSeries, StepSeries } from '../../../../models/results/series.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { budget, configuration, openSurge } from '../../made-surge.ts';
import { end, foldOf, head, nobody, sample, second } from '../lines.ts';

const budgets = { steps: { pay: budget, 'qr-lookup': { ...budget, p50: null, p95: 10_000, p99: null } }, journeys: {} };
const seriesOf = (lines: readonly MeasurementLine[], over: Partial<typeof configuration> = {}): ReportSeries => {
  return reportSeries(foldOf(lines), { ...configuration, budgets, ...over }, 5);
};
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((a, b) => a + (b ?? 0), 0);
const stepOf = (series: ReportSeries, name: string): StepSeries => series.steps.find(({ step }) => step === name)!;
const many = (ms: number, count = 20): number[] => new Array<number>(count).fill(ms);

describe('reportSeries', () => {
  const lines: MeasurementLine[] = [head()];
  for (let s = 0; s < 20; s++) {
    const samples = [
      sample('pay', many(s >= 5 && s < 8 ? 2_000 : 100)),
      sample('pay', [1, 1], { clock: 0 }),
      sample('qr-lookup', [50]),
      sample('login', [7]),
      sample('login', [10_000], { outcome: 'timeout' }),
    ];
    lines.push(
      second({
        second: s,
        scheduled: s,
        started: s,
        users: { ...nobody, inLine: s === 9 ? 99 : 1, active: s === 3 ? 7 : 2 },
        samples,
        errors: [[9, 'x', 'system', 2]],
        statuses: [
          [200, 3],
          [201, 1],
          [503, 1],
        ],
        admissions: [[0, s + 1, s * 1_000, s * 1_000 + 3_000, 3_500, 0, 0]],
      }),
    );
  }
  lines.push(end({ second: 20 }));
  const series = seriesOf(lines);

  it('shows the surge second by second, with its peaks and the phases reached', () => {
    expect(series).toMatchObject({ startedAt: 1_795_000_000_000, durationSeconds: 20 });
    expect(series.phases).toEqual([
      { name: 'warm-up', from: 0, to: 4, judged: false },
      { name: 'surge', from: 4, to: 20, judged: true },
    ]);
    expect(series.surge.peak).toEqual({ at: 9, waiting: 99 });
    expect(series.surge.mostActive).toEqual({ at: 3, people: 7 });
    expect(series.surge.started.y).toEqual(Array.from({ length: 20 }, (_, s) => s));
    // Admitted 3 s after joining; the last three lie beyond the last second of the log.
    expect(sum(series.surge.admitted.y)).toBe(17);
  });

  it('has every step that was attempted, in the order of the surge, with its requests per second', () => {
    expect(series.steps.map(({ step, attempts }) => [step, attempts])).toEqual([
      ['login', 40],
      ['qr-lookup', 20],
      ['pay', 400],
    ]);
    expect(stepOf(series, 'pay')).toMatchObject({
      title: 'Pay',
      binSeconds: 1,
      basis: 'expected',
      limits: { p50: 300, p95: 1_000, p99: 3_000 },
    });
    expect(stepOf(series, 'pay').requests.y).toEqual(many(20));
    expect(stepOf(series, 'login')).toMatchObject({ limits: null, over: null });
  });

  it('counts the judged seconds in which p95 was over its limit', () => {
    expect(stepOf(series, 'pay').over).toEqual({ seconds: 3, judgedSeconds: 16, spans: [{ from: 5, to: 8 }] });
  });

  it('draws no conclusion from seconds with few samples or outside of judged phases', () => {
    const slow = (s: number, count: number) => second({ second: s, samples: [sample('pay', many(9_000, count))] });
    // The warm-up of the run lasts until second 4.
    const { over } = stepOf(seriesOf([head(), slow(2, 50), slow(4, 19), slow(5, 20), slow(7, 20)]), 'pay');
    expect(over).toEqual({
      ...{ seconds: 2, judgedSeconds: 2 },
      spans: [
        { from: 5, to: 6 },
        { from: 7, to: 8 },
      ],
    });
  });

  it('shows the times of refusals where no answer was as expected, and judges nothing by them', () => {
    const refused = [head(), second({ second: 5, samples: [sample('pay', many(9_000), { outcome: 'rejected' })] })];
    const pay = stepOf(seriesOf(refused), 'pay');
    expect(pay).toMatchObject({ basis: 'refused', attempts: 20, over: null });
    expect(pay.overall.p50).toBeCloseTo(9_000, -2);
    const lost = seriesOf([head(), second({ second: 5, samples: [sample('pay', many(3), { outcome: 'unreachable' })] })]);
    expect(stepOf(lost, 'pay').overall.count).toBe(0);
    expect(lost.heat).toEqual([]);
  });

  it('has a heat map of the steps nearest to their limits first, with every answer counted once', () => {
    expect(series.heat.map(({ step, limit }) => [step, limit])).toEqual([
      ['pay', 1_000],
      ['qr-lookup', 10_000],
      ['login', null],
    ]);
    const [map] = series.heat;
    expect(sum(map!.counts.flat())).toBe(400);
    expect(map!.edges).toHaveLength(map!.counts[0]!.length + 1);
    expect([map!.edges[0]! <= 100, map!.edges.at(-1)! > 2_000]).toEqual([true, true]);
  });

  it('plots percentiles of judged phases, service beside response', () => {
    const [plot] = series.percentiles;
    expect(plot).toMatchObject({ step: 'pay', title: 'Pay', samples: 400 });
    expect(plot!.service[0]).toEqual({ quantile: 0.5, oneIn: 2, ms: 1.00390625 });
    expect(plot!.response[0]!.ms).toBeGreaterThan(90);
  });

  it('stacks errors by owner as rates that add up to the total', () => {
    expect(series.errors).toMatchObject({ total: 40, binSeconds: 1 });
    const system = series.errors.owners.find(({ owner }) => owner === 'system')!;
    expect([system.total, sum(system.line.y)]).toEqual([40, 40]);
  });

  it('adds statuses up by class, and counts requests without an answer', () => {
    expect(series.statuses.classes.map(({ name, total }) => [name, total])).toEqual([
      ['2xx', 80],
      ['5xx', 20],
      ['no answer', 20],
    ]);
  });

  it('shows announced against real waits and the order of admission', () => {
    // The first person joined within the grace period of one second.
    expect(series.announced).toMatchObject({ people: 19, within: 1, tolerance: 0.3 });
    expect(series.announced!.points[0]).toEqual({ lane: 'register', announced: 3.5, real: 3 });
    expect(series.fairness).toMatchObject([{ lane: 'register', admitted: 20, overtaken: 0, kendallTau: 1 }]);
    expect(series.fairness[0]!.points.every(({ ticketRank, admissionRank }) => ticketRank === admissionRank)).toBe(true);
  });

  it('says nothing of announced waits without a waiting room', () => {
    expect(seriesOf(lines, { surge: openSurge, queue: null }).announced).toBeNull();
  });

  it('is drawn of nothing without failing', () => {
    expect(seriesOf([])).toMatchObject({
      ...{ startedAt: 5, durationSeconds: 0, phases: [], steps: [], heat: [], statuses: { classes: [] } },
      ...{ surge: { peak: null, mostActive: null }, errors: { total: 0 } },
    });
  });

  it('never has more than 1,000 points a line, however long the run', () => {
    const long = [head(), second({ second: 100_000, samples: [sample('pay', [1])] })];
    const { surge, steps, errors, heat, statuses } = seriesOf(long);
    expect(statuses.classes).toEqual([]);
    const lengths = [surge.waiting.x.length, steps[0]!.p95.x.length, errors.owners[0]!.line.x.length, heat[0]!.times.length];
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_000);
  });
});
