import type { CurveSpec } from '../arrivals/curve-spec.ts';
import {
  at,
  type Fields,
  fieldsOf,
  listProblems,
  type NumberRule,
  numberProblems,
  orderProblems,
  type Problem,
  problem,
  satisfies,
} from './problem.ts';

const RATE: NumberRule = { atLeast: 0, unit: 'arrivals per second' };
const POSITIVE_RATE: NumberRule = { above: 0, unit: 'arrivals per second' };
const TIME: NumberRule = { atLeast: 0, unit: 'seconds' };
const DURATION: NumberRule = { above: 0, unit: 'seconds' };

/** Shapes made of numbers only. */
const NUMBERS: Readonly<Record<string, Readonly<Record<string, NumberRule>>>> = {
  constant: { rate: RATE },
  ramp: { from: RATE, to: RATE, start: TIME, end: TIME },
  'step-decay': { at: TIME, peak: RATE, hold: TIME, halfLife: DURATION },
  deadline: { from: POSITIVE_RATE, to: POSITIVE_RATE, start: TIME, deadline: TIME },
  diurnal: { mean: RATE, amplitude: { atLeast: 0, atMost: 1, unit: '' }, period: DURATION, peakAt: TIME },
};

const SHAPES = [
  'constant',
  'ramp',
  'step-decay',
  'deadline',
  'diurnal',
  'piecewise',
  'sum',
  'sequence',
  'scaled',
] as const satisfies readonly CurveSpec['shape'][];

/** Sums of sums of sums … come from a mistake or from somebody who wants to exhaust the stack. */
const DEEPEST = 16;

function pointProblems(points: unknown, path: string): Problem[] {
  if (!Array.isArray(points) || points.length === 0) return [problem(path, 'be a list with at least one [time, rate]', points)];
  let previous = -Infinity;
  return points.flatMap((point: unknown, index) => {
    const here = at(path, index);
    const [time, rate] = Array.isArray(point) && point.length === 2 ? (point as unknown[]) : [];
    if (!satisfies(time, TIME) || !satisfies(rate, RATE)) {
      return [problem(here, 'be [time, rate], two finite numbers of at least 0 (seconds, arrivals per second)', point)];
    }
    const problems =
      time > previous ? [] : [{ path: here, message: `must be later than the point before (${previous} seconds), got ${time} seconds` }];
    previous = time;
    return problems;
  });
}

function partsProblems(parts: unknown, path: string, depth: number): Problem[] {
  if (!Array.isArray(parts) || parts.length === 0) return [problem(path, 'be a list with at least one curve', parts)];
  return parts.flatMap((part: unknown, index) => curveProblems(part, at(path, index), depth + 1));
}

function sequenceProblems(parts: unknown, path: string, depth: number): Problem[] {
  return listProblems(parts, path, (part, here) => [
    ...numberProblems(part, { seconds: DURATION }, here),
    ...curveProblems(part.curve, at(here, 'curve'), depth + 1),
  ]);
}

function shapeProblems(shape: CurveSpec['shape'], fields: Fields, path: string, depth: number): Problem[] {
  const numbers = numberProblems(fields, NUMBERS[shape] ?? {}, path);
  switch (shape) {
    case 'ramp':
      return [...numbers, ...orderProblems(fields, 'start', 'end', 'seconds', path)];
    case 'deadline':
      return [...numbers, ...orderProblems(fields, 'start', 'deadline', 'seconds', path)];
    case 'piecewise':
      return pointProblems(fields.points, at(path, 'points'));
    case 'sum':
      return partsProblems(fields.of, at(path, 'of'), depth);
    case 'sequence':
      return sequenceProblems(fields.of, at(path, 'of'), depth);
    case 'scaled':
      return [
        ...numberProblems(fields, { by: { atLeast: 0, unit: '' } }, path),
        ...curveProblems(fields.curve, at(path, 'curve'), depth + 1),
      ];
    default:
      return numbers;
  }
}

/** Everything that keeps a value from being a curve specification; empty for a sound one. Takes anything that JSON can hold. */
export function curveProblems(spec: unknown, path: string, depth = 0): Problem[] {
  if (depth > DEEPEST) return [{ path, message: `must not be nested deeper than ${DEEPEST} curves; write the sum as one list` }];
  const fields = fieldsOf(spec);
  if (fields === null) return [problem(path, 'be a curve, an object with a shape', spec)];
  const shape = SHAPES.find((known) => known === fields.shape);
  if (shape === undefined) return [problem(at(path, 'shape'), `be one of ${SHAPES.join(', ')}`, fields.shape)];
  return shapeProblems(shape, fields, path, depth);
}
