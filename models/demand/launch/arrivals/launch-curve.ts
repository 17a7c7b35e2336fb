import type { ForecastLaunch } from '../../../results/forecast/forecast-launch.ts';
import type { CurveSpec } from '../../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../../workload/arrivals/curves/from-spec.ts';
import { ASSUMED } from '../assumed.ts';
import type { LaunchEvent } from '../launch-event.ts';
import { adoptedBy } from './bass.ts';

/** Straight pieces an adoption curve is drawn with. */
const PIECES = 48;

/** Shape of the arrivals of an event over time. */
export function launchShape({ type, adoption }: Pick<LaunchEvent, 'type' | 'adoption'>): ForecastLaunch['shape'] {
  if (type === 'deadline') return 'deadline';
  return adoption === null ? 'doors-open' : 'adoption';
}

/**
 * Arrival curve of `people` people over the window of an event, which begins at second 0.
 *
 *   doors open  λ for `hold` seconds, then halving every `halfLife`;  people = λ·(hold + halfLife/ln 2·(1 − 2^(−(window − hold)/halfLife)))
 *   deadline    even, then exponential growth by g over the last r seconds;  people = λ·(window − r) + λ·r·(g − 1)/ln g
 *   adoption    Bass: few, many, few
 */
export function launchCurve(event: LaunchEvent, people: number): CurveSpec {
  const shape = launchShape(event);
  if (shape === 'deadline') return deadlineCurve(event, people);
  return shape === 'adoption' ? adoptionCurve(event, people) : doorsCurve(event, people);
}

function doorsCurve({ window, opening }: LaunchEvent, people: number): CurveSpec {
  const { hold, halfLife } = opening ?? { hold: 0, halfLife: window * ASSUMED.halfLifeShare.value };
  const decay = Math.LN2 / halfLife;
  return { shape: 'step-decay', at: 0, peak: people / (hold - Math.expm1(-decay * (window - hold)) / decay), hold, halfLife };
}

function deadlineCurve({ window, rush }: LaunchEvent, people: number): CurveSpec {
  const { growth, lasting } = rush ?? { growth: ASSUMED.rushGrowth.value, lasting: window * ASSUMED.rushShare.value };
  const from = people / (window - lasting + (lasting * (growth - 1)) / Math.log(growth));
  return { shape: 'deadline', from, to: from * growth, start: window - lasting, deadline: window };
}

function adoptionCurve({ window, adoption }: LaunchEvent, people: number): CurveSpec {
  const { innovation, imitation, period } = adoption!;
  const by = (seconds: number): number => adoptedBy({ market: 1, innovation, imitation }, seconds / period);
  const piece = window / PIECES;
  const rate = (seconds: number): number => (by(seconds + piece / 2) - by(seconds - piece / 2)) / piece;
  const points = Array.from({ length: PIECES + 1 }, (_, i) => [i * piece, rate(i * piece)] as const);
  const unit: CurveSpec = { shape: 'piecewise', points };
  const total = arrivalCurve(unit).arrivalsUntil(window);
  return { shape: 'piecewise', points: points.map(([time, value]) => [time, (value * people) / total] as const) };
}
