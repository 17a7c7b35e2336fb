import { sayNumber } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { clock, elapsed } from '../../format/time/clock.ts';
import type { Axis, Tick } from './figure.ts';
import { logAxis } from './log-axis.ts';

/** Steps of a time axis in seconds: what people count in. */
const TIME_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];

/**
 * The smallest of 1, 2, 5 × 10^k that divides `range` into at most `parts`.
 * @example roundStep(87, 5) // => 20
 */
export function roundStep(range: number, parts: number): number {
  const raw = Math.max(range, Number.MIN_VALUE) / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((one) => one * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}

const upTo = (last: number, step: number): number[] =>
  Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)));

/** Zero-based axis for amounts and rates, up to the round number above `largest`; `whole` keeps ticks of counts at whole numbers. */
export function amountAxis(largest: number, title: string, reads: Axis['reads'], parts = 4): Axis {
  const counts = reads === 'count' || reads === 'rank';
  const top = largest > 0 && Number.isFinite(largest) ? largest : 1;
  const step = counts ? Math.max(1, roundStep(top, parts)) : roundStep(top, parts);
  const max = Math.ceil(top / step - 1e-9) * step;
  return { scale: 'linear', min: 0, max, ticks: upTo(max, step).map((value) => ({ value, label: sayNumber(value) })), title, reads };
}

/** Time since the start: the time of day in a zone, and the elapsed time as a second row. */
export function timeAxis(startedAt: number, durationSeconds: number, timeZone: string): Axis {
  const max = Math.max(durationSeconds, 1);
  // The clock shows whole seconds: ticks between them would repeat it.
  const step = TIME_STEPS.find((one) => one >= 1 && max / one <= 9) ?? roundStep(max, 8);
  const since = (value: number): string => (step >= 3600 ? `${value / 3600} h` : elapsed(value));
  const label = (value: number): string[] => [clock(startedAt + value * 1000, timeZone), since(value)];
  const ticks = upTo(max, step).map((value): Tick => ({ value, label: label(value) }));
  return { scale: 'linear', min: 0, max, ticks, title: `time of day (${timeZone}), and since the start`, reads: 'clock' };
}

/** Zero-based axis for lengths of time in seconds, in the steps people count in. */
export function spanAxis(longest: number, title: string): Axis {
  const step = TIME_STEPS.find((one) => longest / one <= 4) ?? roundStep(longest / 3600, 4) * 3600;
  const max = Math.max(1, Math.ceil(longest / step - 1e-9)) * step;
  return {
    scale: 'linear',
    min: 0,
    max,
    ticks: upTo(max, step).map((value) => ({ value, label: value === 0 ? '0' : sayTime(value * 1000) })),
    title,
    reads: 'seconds',
  };
}

/** Latency in milliseconds on one shared scale: from zero, or logarithmic when the range exceeds a factor of 30. */
export function latencyAxis(values: readonly number[], title: string, forceLog = false): Axis {
  const positive = values.filter((value) => value > 0);
  const low = positive.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = positive.reduce((a, b) => Math.max(a, b), 0);
  if (high === 0)
    return { ...amountAxis(1000, title, 'milliseconds'), ticks: [0, 500, 1000].map((value) => ({ value, label: sayTime(value) })) };
  if (!forceLog && high / low <= 30) {
    const axis = amountAxis(high, title, 'milliseconds');
    return { ...axis, ticks: axis.ticks.map(({ value }) => ({ value, label: value === 0 ? '0' : sayTime(value) })) };
  }
  return logAxis(10 ** Math.floor(Math.log10(low) + 1e-9), high, { title, reads: 'milliseconds', label: sayTime });
}
