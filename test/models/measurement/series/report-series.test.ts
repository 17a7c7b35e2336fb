import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../models/measurement/fold/fold.ts';
import { reportSeries } from '../../../../models/measurement/series/report-series.ts';
import type { ReportSeries } from '../../../../models/results/series.ts';
import type { MeasurementLine } from '../../../../models/workload/log/measurement-log.ts';
import { budget, gates } from '../../verdict/runs.ts';
import { end, head, nobody, sample, second } from '../lines.ts';

const seriesOf = (lines: readonly MeasurementLine[]): ReportSeries => {
  const fold = createFold();
  for (const line of lines) fold.add(line);
  return reportSeries(fold.result(), { pay: budget, 'qr-lookup': { ...budget, p95: 10_000 } }, gates, 5);
};
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((a, b) => a + (b ?? 0), 0);

describe('reportSeries', () => {
  const lines: MeasurementLine[] = [head()];
  for (let s = 0; s < 20; s++) {
    const samples = [
      sample('pay', s >= 5 && s < 8 ? [2_000, 2_000] : [100, 100]),
      sample('pay', [1, 1], { clock: 0 }),
      sample('qr-lookup', [50]),
      sample('login', [7]),
    ];
    lines.push(
      second({
        second: s,
        scheduled: s,
        started: s,
        users: { ...nobody, inLine: s === 9 ? 99 : 1 },
        samples,
        errors: [[9, 'x', 'system', 2]],
        admissions: [[0, s + 1, s * 1_000, s * 1_000 + 3_000, 3_500]],
      }),
    );
  }
  lines.push(end({ second: 20 }));
  const series = seriesOf(lines);

  it('shows the surge second by second, with its peak and the phases reached', () => {
    expect(series).toMatchObject({ startedAt: 1_795_000_000_000, durationSeconds: 20 });
    expect(series.phases).toEqual([
      { name: 'warm-up', from: 0, to: 4, judged: false },
      { name: 'surge', from: 4, to: 20, judged: true },
    ]);
    expect(series.surge.peak).toEqual({ at: 9, waiting: 99 });
    expect(series.surge.started.y).toEqual(Array.from({ length: 20 }, (_, s) => s));
    // Admitted 3 s after joining; the last three lie beyond the last second of the log.
    expect(sum(series.surge.admitted.y)).toBe(17);
  });

  it('shows latency per journey, the step nearest to its budget first, and its breaches', () => {
    expect(series.latency.map(({ journey, steps }) => [journey, steps.map(({ step }) => step)])).toEqual([
      ['login', ['login']],
      ['qr-payment', ['pay', 'qr-lookup']],
    ]);
    const [pay] = series.latency[1]!.steps;
    expect(pay).toMatchObject({
      binSeconds: 1,
      samples: 40,
      breaches: [{ from: 5, to: 8 }],
      breachSeconds: 3,
      budget: { p50: 300, p95: 1_000, p99: 3_000 },
    });
    expect(series.latency[0]!.steps[0]).toMatchObject({ budget: null, breaches: [], breachSeconds: 0 });
  });

  it('counts no breach in a phase that is not judged', () => {
    // The warm-up of the run lasts until second 4.
    const early = [head(), ...[2, 3, 4].map((s) => second({ second: s, samples: [sample('pay', [9_000])] }))];
    expect(seriesOf(early).latency[0]!.steps[0]!.breaches).toEqual([{ from: 4, to: 5 }]);
  });

  it('separates breaches that do not touch', () => {
    const apart = [head(), ...[4, 5, 6, 7].map((s) => second({ second: s, samples: [sample('pay', [s % 2 === 0 ? 9_000 : 1])] }))];
    expect(seriesOf(apart).latency[0]!.steps[0]!.breaches).toEqual([
      { from: 4, to: 5 },
      { from: 6, to: 7 },
    ]);
  });

  it('counts every answer once in the heat map', () => {
    const map = series.heat[1]!;
    expect(map).toMatchObject({ journey: 'qr-payment', budget: { step: 'pay', p95: 1_000 }, binSeconds: 1 });
    expect(sum(map.counts.flat())).toBe(60);
    expect(map.edges).toHaveLength(map.counts[0]!.length + 1);
    expect([map.edges[0]! <= 50, map.edges.at(-1)! > 2_000]).toEqual([true, true]);
    expect(series.heat[0]!.budget).toBeNull();
  });

  it('plots percentiles of judged phases, service beside response', () => {
    const plot = series.percentiles[1]!;
    expect(plot.samples).toBe(60);
    expect(plot.service[0]).toEqual({ quantile: 0.5, oneIn: 2, ms: 1.00390625 });
    expect(plot.response[0]!.ms).toBeGreaterThan(90);
  });

  it('stacks errors by owner as rates that add up to the total', () => {
    expect(series.errors).toMatchObject({ total: 40, binSeconds: 1 });
    expect(series.errors.owners.map(({ owner, total }) => [owner, total])).toEqual([
      ['user', 0],
      ['client environment', 0],
      ['system', 40],
      ['third party', 0],
    ]);
    expect(sum(series.errors.owners[2]!.line.y)).toBe(40);
  });

  it('shows announced against real waits and the order of admission', () => {
    // The first person joined within the grace period of one second.
    expect(series.announced).toMatchObject({ people: 19, within: 1, tolerance: 0.3 });
    expect(series.announced.points[0]).toEqual({ lane: 'register', announced: 3.5, real: 3 });
    expect(series.fairness).toMatchObject([{ lane: 'register', admitted: 20, overtaken: 0, kendallTau: 1 }]);
    expect(series.fairness[0]!.points.every(({ ticketRank, admissionRank }) => ticketRank === admissionRank)).toBe(true);
  });

  it('is drawn of nothing without failing', () => {
    expect(seriesOf([])).toMatchObject({
      startedAt: 5,
      durationSeconds: 0,
      phases: [],
      latency: [],
      surge: { peak: null },
      errors: { total: 0 },
    });
  });

  it('never has more than 1,000 points a line, however long the run', () => {
    const long = [head(), second({ second: 100_000, samples: [sample('pay', [1])] })];
    const { surge, latency, errors, heat } = seriesOf(long);
    const lengths = [surge.waiting.x.length, latency[0]!.steps[0]!.p95.x.length, errors.owners[0]!.line.x.length, heat[0]!.times.length];
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_000);
  });
});
