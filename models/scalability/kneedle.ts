import { mustBe } from '../numeric/must-be.ts';
import { Refusal } from '../refusal.ts';

export interface KneedleArguments {
  /** Rising; 0, 1, 2, … when absent. */
  readonly x?: readonly number[];
  readonly y: readonly number[];
  readonly curve: 'concave' | 'convex';
  readonly direction: 'increasing' | 'decreasing';
  /** Required fall of the difference curve after its maximum, in mean steps of x; 1 when absent. */
  readonly sensitivity?: number;
  /** Goes on after the first knee and answers with the last. */
  readonly online?: boolean;
}

/**
 * x of the knee of a curve: where it bends most, away from the line between its ends.
 * Used for a first look at a ladder of steps, without a model.
 *
 *   turn the curve to rise and be concave; scale both axes to [0, 1]; difference y − x; a local maximum is a knee when the difference then falls below
 *   maximum − sensitivity · mean step of x before it rises again
 *
 * Not a capacity: on one series of 1,000 points it finds 22, or 482 online. Equal neighbours count as maxima and minima, the ends too.
 * Source: Satopää, Albrecht, Irwin and Raghavan, Finding a "kneedle" in a haystack, 2011; behaviour and numbers of the Python package kneed, without smoothing.
 * Refuses (`no-answer`) a curve without a knee.
 * @example kneedle({ y: [0, 60, 80, 85, 90, 95, 96, 97, 98, 99], curve: 'concave', direction: 'increasing' }) // => 2
 */
export function kneedle({ y, x = y.map((_, i) => i), curve, direction, sensitivity = 1, online = false }: KneedleArguments): number {
  requireCurve(x, y);
  mustBe.nonNegative('sensitivity', sensitivity);
  const flipped = (curve === 'convex') === (direction === 'increasing');
  const scaledX = toUnit(x);
  const scaledY = turned(toUnit(y), curve === 'convex', flipped);
  const difference = scaledY.map((value, i) => value - scaledX[i]!);
  const meanStep = 1 / (x.length - 1);
  const found = kneesOf(difference, sensitivity * meanStep);
  const knee = online ? found.at(-1) : found[0];
  if (knee === undefined)
    throw new Refusal('no-answer', `y: has no knee as a ${curve} ${direction} curve; check curve and direction, or lower the sensitivity`);
  return x[flipped ? x.length - 1 - knee : knee]!;
}

function requireCurve(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) throw new Refusal('out-of-range', `x, y: must have as many values each, got ${x.length} and ${y.length}`);
  if (y.length < 3) throw new Refusal('out-of-range', `y: must have at least 3 values to bend, got ${y.length}`);
  for (const [i, value] of y.entries()) mustBe.finite(`y[${i}]`, value);
  x.forEach((value, i) => {
    mustBe.finite(`x[${i}]`, value);
    if (i > 0 && value <= x[i - 1]!) throw new Refusal('out-of-range', `x[${i}]: must be above x[${i - 1}] (${x[i - 1]}), got ${value}`);
  });
  if (new Set(y).size === 1) throw new Refusal('no-answer', `y: is the same everywhere (${y[0]}), so it has no knee`);
}

function toUnit(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (value - low) / (high - low));
}

/** The same curve as a rising concave one. */
function turned(y: readonly number[], upsideDown: boolean, flipped: boolean): number[] {
  const top = Math.max(...y);
  const values = upsideDown ? y.map((value) => top - value) : [...y];
  return flipped ? values.reverse() : values;
}

/** Indices of the maxima after which the difference falls by more than `drop` before the next minimum. */
function kneesOf(difference: readonly number[], drop: number): number[] {
  const last = difference.length - 1;
  const at = (i: number) => difference[Math.min(last, Math.max(0, i))]!;
  const knees: number[] = [];
  let [candidate, threshold, active] = [-1, 0, false];
  for (let i = 0; i < last; i++) {
    if (at(i) >= at(i - 1) && at(i) >= at(i + 1)) [candidate, threshold, active] = [i, at(i) - drop, true];
    if (candidate >= 0 && at(i) <= at(i - 1) && at(i) <= at(i + 1)) active = false;
    if (active && at(i + 1) < threshold && knees.at(-1) !== candidate) knees.push(candidate);
  }
  return knees;
}
