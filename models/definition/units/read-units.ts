import { type Problem, problem } from '../../workload/checks/problem.ts';
import { parseDuration, parseRate, parseShare } from './parse-units.ts';

/** What was wrong so far; readers add to it and go on with a stand-in, so that all problems of a file are reported at once. */
export type Problems = Problem[];

function read(
  value: unknown,
  parse: (text: string) => number | null,
  rule: string,
  path: string,
  problems: Problems,
  least: number,
): number {
  const amount = typeof value === 'string' ? parse(value) : null;
  if (amount !== null && Number.isFinite(amount) && amount >= least) return amount;
  const above = amount === null || least === 0 ? '' : ' and above 0';
  problems.push(problem(path, `be ${rule}${above}`, value));
  return Number.NaN;
}

/** A duration above 0, in milliseconds; NaN, and a problem, for anything else. */
export function readDuration(value: unknown, path: string, problems: Problems): number {
  return read(value, parseDuration, 'a time such as 400 ms or 3 min', path, problems, Number.MIN_VALUE);
}

/** A duration that may be 0, in milliseconds. */
export function readDurationOrZero(value: unknown, path: string, problems: Problems): number {
  if (value === 0) return 0;
  return read(value, parseDuration, 'a time such as 400 ms or 3 min', path, problems, 0);
}

/** A rate of at least 0, per second. */
export function readRate(value: unknown, path: string, problems: Problems): number {
  return read(value, parseRate, 'a rate such as 20/s or 1200/min', path, problems, 0);
}

/** A rate above 0, per second. */
export function readPositiveRate(value: unknown, path: string, problems: Problems): number {
  return read(value, parseRate, 'a rate such as 20/s or 1200/min', path, problems, Number.MIN_VALUE);
}

/** A share from 0 to `most`, as a number without a unit. */
export function readShare(value: unknown, path: string, problems: Problems, most = 1): number {
  const share = typeof value === 'string' ? parseShare(value) : null;
  if (share !== null && share <= most) return share;
  problems.push(problem(path, `be a share such as 0.1 %${most === 1 && share !== null ? ', at most 100 %' : ''}`, value));
  return Number.NaN;
}
