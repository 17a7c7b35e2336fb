import type { CurveSpec } from './curve-spec.ts';

/** A curve between two times with no corner of it in between. */
export interface Limits {
  /** Rate just after the first time, and just before the last one. */
  readonly first: number;
  readonly last: number;
  /** How far it may rise above the straight line between them: 0 for lines and exponentials, which sag. */
  readonly bulge: number;
  /** 1: it only rises, −1: it only falls, 0: it stays; null: parts of it rise while others fall. */
  readonly trend: number | null;
}

type Of<Shape extends CurveSpec['shape']> = Extract<CurveSpec, { shape: Shape }>;

const sagging = (first: number, last: number): Limits => ({ first, last, bulge: 0, trend: Math.sign(last - first) });

const clamped = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

function rampLimits({ from, to, start, end }: Of<'ramp'>, after: number, before: number): Limits {
  const at = (time: number): number => from + (to - from) * ((clamped(time, start, end) - start) / (end - start));
  return sagging(at(after), at(before));
}

function decayLimits({ at, peak, hold, halfLife }: Of<'step-decay'>, after: number, before: number): Limits {
  if ((after + before) / 2 < at) return sagging(0, 0);
  const left = (time: number): number => peak * 2 ** (-Math.max(0, time - at - hold) / halfLife);
  return sagging(left(after), left(before));
}

function deadlineLimits({ from, to, start, deadline }: Of<'deadline'>, after: number, before: number): Limits {
  if ((after + before) / 2 > deadline) return sagging(0, 0);
  const grown = (time: number): number => from * (to / from) ** ((clamped(time, start, deadline) - start) / (deadline - start));
  return sagging(grown(after), grown(before));
}

/** Where the wave turns inside, its highest point is taken for all of it; else its curvature bounds it. */
function waveLimits({ mean, amplitude, period, peakAt }: Of<'diurnal'>, after: number, before: number): Limits {
  const omega = (2 * Math.PI) / period;
  const inside = (turn: number): boolean => {
    const next = turn + Math.ceil((after - turn) / period) * period;
    return next > after && next < before;
  };
  const top = mean * (1 + amplitude);
  if (inside(peakAt)) return sagging(top, top);
  const at = (time: number): number => mean * (1 + amplitude * Math.cos(omega * (time - peakAt)));
  const [first, last] = [at(after), at(before)];
  if (inside(peakAt + period / 2)) return sagging(Math.max(first, last), Math.max(first, last));
  const curvature = (mean * amplitude * (omega * (before - after)) ** 2) / 8;
  return { first, last, bulge: Math.min(curvature, top - Math.min(first, last)), trend: Math.sign(last - first) };
}

/** The straight piece that the middle lies on. */
function pieceLimits({ points }: Of<'piecewise'>, after: number, before: number): Limits {
  const middle = (after + before) / 2;
  let [low, high] = [-1, points.length];
  while (high - low > 1) {
    const half = (low + high) >>> 1;
    if (points[half]![0] <= middle) low = half;
    else high = half;
  }
  const [left, right] = [points[low] ?? points[0]!, points[high] ?? points.at(-1)!];
  const [start, from] = left;
  const [end, to] = right;
  if (end <= start) return sagging(from, from);
  const at = (time: number): number => from + (to - from) * ((clamped(time, start, end) - start) / (end - start));
  return sagging(at(after), at(before));
}

/** The part that the middle lies in; the last one goes on. */
function partLimits({ of }: Of<'sequence'>, after: number, before: number): Limits {
  const middle = (after + before) / 2;
  let begins = 0;
  for (const [index, { seconds, curve }] of of.entries()) {
    if (middle < begins + seconds || index === of.length - 1) return curveLimits(curve, Math.max(0, after - begins), before - begins);
    begins += seconds;
  }
  return sagging(0, 0);
}

function sumLimits(parts: readonly Limits[]): Limits {
  const total = (of: (part: Limits) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  const trends = new Set(parts.map(({ trend }) => trend).filter((trend) => trend !== 0));
  const trend = trends.size === 0 ? 0 : trends.size === 1 ? [...trends][0]! : null;
  return { first: total(({ first }) => first), last: total(({ last }) => last), bulge: total(({ bulge }) => bulge), trend };
}

/** The limits of a curve between two times, between which no corner of it lies. */
export function curveLimits(spec: CurveSpec, after: number, before: number): Limits {
  switch (spec.shape) {
    case 'constant':
      return sagging(spec.rate, spec.rate);
    case 'ramp':
      return rampLimits(spec, after, before);
    case 'step-decay':
      return decayLimits(spec, after, before);
    case 'deadline':
      return deadlineLimits(spec, after, before);
    case 'diurnal':
      return waveLimits(spec, after, before);
    case 'piecewise':
      return pieceLimits(spec, after, before);
    case 'sum':
      return sumLimits(spec.of.map((part) => curveLimits(part, after, before)));
    case 'sequence':
      return partLimits(spec, after, before);
    case 'scaled': {
      const { first, last, bulge, trend } = curveLimits(spec.curve, after, before);
      return { first: spec.by * first, last: spec.by * last, bulge: spec.by * bulge, trend };
    }
  }
}
