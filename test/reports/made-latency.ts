import type { HeatMap, JourneyLatency, PercentilePlot, StepLatency } from '../../models/results/series.ts';
import type { Random } from '../../models/workload/users/random.ts';
import { lineOf } from './made-line.ts';
import type { Made } from './made-run.ts';

/** Journeys with the step that is drawn, its median when idle, its factor when the line is full, and its budget. */
export const JOURNEYS = [
  {
    journey: 'waiting-room',
    step: 'queue-poll',
    title: 'Ask for the place in line',
    median: 3,
    factor: 1.6,
    budget: { p50: 30, p95: 150, p99: 500 },
  },
  {
    journey: 'login',
    step: 'login',
    title: 'Log in with phone number and PIN',
    median: 180,
    factor: 2,
    budget: { p50: 300, p95: 1500, p99: 3000 },
  },
  {
    journey: 'register-card',
    step: 'register-card',
    title: 'Register a card',
    median: 300,
    factor: 2.2,
    budget: { p50: 600, p95: 1500, p99: 4000 },
  },
  {
    journey: 'qr-payment',
    step: 'pay',
    title: 'Approve the payment',
    median: 120,
    factor: 1.5,
    budget: { p50: 250, p95: 1000, p99: 3000 },
  },
] as const;

type Journey = (typeof JOURNEYS)[number];

const medianAt = (one: Journey, made: Made, busy: number): number =>
  one.median * (1 + (one.factor - 1) * busy) * (made.collapses && one.journey === 'register-card' ? 1 + 11 * busy : 1);

/** Normal quantiles; a lognormal with σ 0.45 has them as factors. */
const at = (z: number): number => Math.exp(0.45 * z);

export function madeLatency(made: Made, busy: readonly number[], random: Random): JourneyLatency[] {
  return JOURNEYS.map((one) => {
    const line = (z: number) => lineOf(made.seconds, (second) => medianAt(one, made, busy[second] ?? 0) * at(z) * (0.9 + 0.2 * random()));
    const [p50, p95, p99] = [line(0), line(1.645), line(2.326)];
    const over = p95.x.filter((_, index) => (p95.y[index] ?? 0) > one.budget.p95);
    const breaches = over.length > 0 ? [{ from: over[0]!, to: over.at(-1)! + 1 }] : [];
    const renamed = one.step === 'register-card';
    const step: StepLatency = {
      step: renamed ? made.stepName : one.step,
      title: renamed && made.stepName !== 'register-card' ? made.stepName : one.title,
      binSeconds: 1,
      samples: made.people,
      ...{ p50, p95, p99, budget: one.budget, breaches },
      breachSeconds: breaches.reduce((sum, breach) => sum + breach.to - breach.from, 0),
    };
    return { journey: one.journey, steps: [step] };
  });
}

export function madeHeat(made: Made, busy: readonly number[]): HeatMap[] {
  const binSeconds = Math.max(1, Math.ceil(made.seconds / 120));
  const times = Array.from({ length: Math.ceil(made.seconds / binSeconds) }, (_, index) => index * binSeconds);
  const edges = Array.from({ length: 41 }, (_, index) => 10 ** (index / 8));
  const density = (median: number, low: number): number => Math.exp(-((Math.log(low / median) / 0.45) ** 2) / 2);
  return JOURNEYS.map((one) => ({
    journey: one.journey,
    ...{ binSeconds, times, edges },
    counts: times.map((time) =>
      edges
        .slice(1)
        .map((edge) => Math.round(((made.people / 300) * binSeconds * density(medianAt(one, made, busy[time] ?? 0), edge)) / 8)),
    ),
    budget: { step: one.step === 'register-card' ? made.stepName : one.step, p95: one.budget.p95 },
  }));
}

export function madePercentiles(made: Made): PercentilePlot[] {
  const quantiles = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995].filter((q) => (1 - q) * made.people >= 10);
  const z = [0, 0.253, 0.524, 0.842, 1.282, 1.645, 2.054, 2.326, 2.576, 2.878, 3.09, 3.291];
  return JOURNEYS.map((one) => {
    const points = (factor: (index: number) => number) =>
      quantiles.map((quantile, index) => ({
        quantile,
        oneIn: 1 / (1 - quantile),
        ms: medianAt(one, made, 0.6) * at(z[index]!) * factor(index),
      }));
    const late = made.collapses && one.journey === 'register-card' ? 0.25 : 0.004;
    return { journey: one.journey, samples: made.people, service: points(() => 1), response: points((index) => 1 + late * (1 + index)) };
  });
}
