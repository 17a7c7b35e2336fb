import type { HeatMap, PercentilePlot, StepSeries } from '../../../models/results/series.ts';
import type { Random } from '../../../models/workload/users/random.ts';
import { binnedLine } from './line.ts';
import type { Made } from './run.ts';
import { summary } from './run-file.ts';
import { collapsing, type MadeStep } from './steps.ts';

const medianAt = ({ step, median, factor }: MadeStep, made: Made, busy: number): number =>
  (made.refused ? 0.02 : 1) * median * (1 + (factor - 1) * busy) * (collapsing(made, step.name) ? 1 + 11 * busy : 1);

/** Normal quantiles; a lognormal with σ 0.45 has them as factors. */
const at = (z: number): number => Math.exp(0.45 * z);

export function madeStepSeries(made: Made, steps: readonly MadeStep[], busy: readonly number[], random: Random): StepSeries[] {
  return steps.map((one) => {
    const silent = made.allErrors;
    const line = (z: number) =>
      binnedLine(made.seconds, (second) => (silent ? null : medianAt(one, made, busy[second] ?? 0) * at(z) * (0.9 + 0.2 * random())));
    const [p50, p95, p99] = [line(0), line(1.645), line(2.326)];
    const limit = one.budget.p95 ?? Number.POSITIVE_INFINITY;
    const over = p95.x.filter((x, index) => (p95.y[index] ?? 0) > limit && x >= 0.05 * made.seconds && x < 0.83 * made.seconds);
    const spans = over.length > 0 ? [{ from: over[0]!, to: over.at(-1)! + Math.max(1, Math.ceil(made.seconds / 200)) }] : [];
    const binSeconds = Math.max(1, Math.ceil(made.seconds / 200));
    const attempts = Math.round(made.people * one.share);
    return {
      ...{ step: one.step.name, title: one.step.title, binSeconds, attempts, p50, p95, p99 },
      requests: binnedLine(
        made.seconds,
        (second) => ((attempts / made.seconds) * (0.2 + (busy[second] ?? 0)) * (0.9 + 0.2 * random())) / 0.6,
      ),
      basis: made.refused || made.allErrors ? ('refused' as const) : ('expected' as const),
      overall: summary(silent ? 0 : attempts, medianAt(one, made, 0.6)),
      limits: { p50: one.budget.p50, p95: one.budget.p95, p99: one.budget.p99 },
      over: made.refused || silent ? null : { seconds: over.length * binSeconds, judgedSeconds: Math.round(0.78 * made.seconds), spans },
    };
  });
}

export function madeHeat(made: Made, steps: readonly MadeStep[], busy: readonly number[]): HeatMap[] {
  const binSeconds = Math.max(1, Math.ceil(made.seconds / 120));
  const times = Array.from({ length: Math.ceil(made.seconds / binSeconds) }, (_, index) => index * binSeconds);
  const edges = Array.from({ length: 41 }, (_, index) => 10 ** (index / 8));
  const density = (median: number, low: number): number => Math.exp(-((Math.log(low / median) / 0.45) ** 2) / 2);
  return steps.map((one) => ({
    ...{ step: one.step.name, title: one.step.title, binSeconds, times, edges },
    counts: times.map((time) =>
      edges
        .slice(1)
        .map((edge) => Math.round(((made.people / made.seconds) * binSeconds * density(medianAt(one, made, busy[time] ?? 0), edge)) / 8)),
    ),
    limit: one.budget.p95,
  }));
}

export function madePercentiles(made: Made, steps: readonly MadeStep[]): PercentilePlot[] {
  const quantiles = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995].filter((q) => (1 - q) * made.people >= 10);
  const z = [0, 0.253, 0.524, 0.842, 1.282, 1.645, 2.054, 2.326, 2.576, 2.878, 3.09, 3.291];
  return steps.map((one) => {
    const points = (factor: (index: number) => number) =>
      quantiles.map((quantile, index) => ({
        quantile,
        oneIn: 1 / (1 - quantile),
        ms: medianAt(one, made, 0.6) * at(z[index]!) * factor(index),
      }));
    const late = collapsing(made, one.step.name) ? 0.25 : 0.004;
    return {
      ...{ step: one.step.name, title: one.step.title, samples: made.people },
      service: points(() => 1),
      response: points((index) => 1 + late * (1 + index)),
    };
  });
}
