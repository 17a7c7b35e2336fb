import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { at, fieldsOf, problem } from '../../workload/checks/problem.ts';
import { type Problems, readDuration, readDurationOrZero, readPositiveRate, readRate } from '../units/read-units.ts';
import type { Duration, Rate } from '../units/units.ts';
import type { ArrivalPart } from './arrivals.ts';

/** Length of a part, written `{ for: '3 min' }`. */
export interface Lasting {
  readonly for: Duration;
}

/** Builds a part from what `build` reads; with problems it is empty and carries them. */
function part(build: (problems: Problems) => { seconds: number; curve: CurveSpec }): ArrivalPart {
  const problems: Problems = [];
  const made = build(problems);
  return problems.length === 0 ? made : { seconds: 0, curve: { shape: 'constant', rate: 0 }, problems };
}

/** Seconds of an option that may be missing altogether when the file is JavaScript. */
function secondsOf(options: unknown, name: string, problems: Problems): number {
  return readDuration(fieldsOf(options)?.[name], name, problems) / 1_000;
}

/** The same rate all the time. */
export function constant(rate: Rate, options: Lasting): ArrivalPart {
  return part((problems) => ({
    curve: { shape: 'constant', rate: readRate(rate, 'rate', problems) },
    seconds: secondsOf(options, 'for', problems),
  }));
}

/** From one rate to another in a straight line. */
export function ramp(from: Rate, to: Rate, options: Lasting): ArrivalPart {
  return part((problems) => {
    const [low, high] = [readRate(from, 'from', problems), readRate(to, 'to', problems)];
    const seconds = secondsOf(options, 'for', problems);
    return { seconds, curve: { shape: 'ramp', from: low, to: high, start: 0, end: seconds } };
  });
}

/** Part of the time after which the rate of a rush has halved. */
const RUSH_HALVES = 1 / 5;

/** Doors open: most people at once, then fewer, the rate halving every fifth of the time; `people` are expected in all. */
export function rush(people: number, options: { readonly within: Duration }): ArrivalPart {
  return part((problems) => {
    const seconds = secondsOf(options, 'within', problems);
    if (typeof people !== 'number' || !Number.isFinite(people) || people <= 0) {
      problems.push(problem('people', 'be a number of people above 0', people));
    }
    const halfLife = seconds * RUSH_HALVES;
    // The integral of peak·2^(−t/h) over the whole time is `people`.
    const peak = (people * Math.LN2) / (halfLife * (1 - 2 ** (-1 / RUSH_HALVES)));
    return { seconds, curve: { shape: 'step-decay', at: 0, peak, hold: 0, halfLife } };
  });
}

/** Doors open at a known rate: it holds for some time, then halves every half-life. */
export function doorsOpen(rate: Rate, options: Lasting & { readonly hold: Duration; readonly halfLife: Duration }): ArrivalPart {
  return part((problems) => ({
    seconds: secondsOf(options, 'for', problems),
    curve: {
      shape: 'step-decay',
      at: 0,
      peak: readRate(rate, 'rate', problems),
      hold: readDurationOrZero(fieldsOf(options)?.hold, 'hold', problems) / 1_000,
      halfLife: secondsOf(options, 'halfLife', problems),
    },
  }));
}

/** A deadline: exponential growth from one rate to another, which ends with the deadline. */
export function deadline(from: Rate, to: Rate, options: Lasting): ArrivalPart {
  return part((problems) => {
    const [low, high] = [readPositiveRate(from, 'from', problems), readPositiveRate(to, 'to', problems)];
    const seconds = secondsOf(options, 'for', problems);
    return { seconds, curve: { shape: 'deadline', from: low, to: high, start: 0, deadline: seconds } };
  });
}

export interface Day extends Lasting {
  /** Height of the wave as a part of the mean rate, 0 to 1. */
  readonly amplitude: number;
  /** 24 h unless given. */
  readonly period?: Duration;
  /** When the rate is highest, since the part began; at half of the period unless given. */
  readonly peakAt?: Duration | 0;
}

/** The wave of a day around a mean rate. */
export function daily(meanRate: Rate, options: Day): ArrivalPart {
  return part((problems) => {
    const { amplitude, period = '24 h', peakAt }: Partial<Day> = fieldsOf(options) ?? {};
    if (typeof amplitude !== 'number' || !(amplitude >= 0 && amplitude <= 1)) {
      problems.push(problem('amplitude', 'be a number from 0 to 1', amplitude));
    }
    const wave = readDuration(period, 'period', problems) / 1_000;
    const highest = peakAt === undefined ? wave / 2 : readDurationOrZero(peakAt, 'peakAt', problems) / 1_000;
    const mean = readRate(meanRate, 'meanRate', problems);
    const seconds = secondsOf(options, 'for', problems);
    return { seconds, curve: { shape: 'diurnal', mean, amplitude: Number(amplitude), period: wave, peakAt: highest } };
  });
}

/** Straight lines between points of time and rate, as long as the last point says: `points([['0 s', '60/s'], ['30 min', '20/s']])`. */
export function points(table: readonly (readonly [time: Duration | 0, rate: Rate])[]): ArrivalPart {
  return part((problems) => {
    if (!Array.isArray(table) || table.length < 2) {
      problems.push(problem('points', "be at least two points such as ['0 s', '60/s']", table));
      return { seconds: 0, curve: { shape: 'constant', rate: 0 } };
    }
    const read = table.map((point: unknown, index) => {
      const [time, rate]: unknown[] = Array.isArray(point) ? point : [];
      const here = at('points', index);
      return [readDurationOrZero(time, at(here, 0), problems) / 1_000, readRate(rate, at(here, 1), problems)] as const;
    });
    read.forEach(([time], index) => {
      const before = read[index - 1]?.[0] ?? -1;
      if (time <= before)
        problems.push({ path: at('points', index), message: `must be later than the point before (${before} s), got ${time} s` });
    });
    return { seconds: read.at(-1)![0], curve: { shape: 'piecewise', points: read } };
  });
}

/** Nobody comes for some time. */
export function pause(duration: Duration): ArrivalPart {
  return part((problems) => ({ curve: { shape: 'constant', rate: 0 }, seconds: readDuration(duration, 'duration', problems) / 1_000 }));
}
