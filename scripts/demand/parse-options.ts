import type { SpecialDay } from '../../models/demand/calendar/calendar.ts';
import { dayNumber } from '../../models/demand/calendar/day-number.ts';
import { type Method, methodsFor } from '../../models/demand/forecast/methods.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { similarTo } from '../terminal/similar.ts';
import type { DecimalMark } from './csv/cells/parse-number.ts';

/** Options of `forecast` as commander passes them. */
export interface ForecastFlags {
  readonly column?: string;
  readonly timeColumn?: string;
  readonly horizon: string;
  readonly asOf?: string;
  readonly calendar?: readonly string[];
  readonly addHoliday?: readonly string[];
  readonly break?: readonly string[];
  readonly timeZone: string;
  readonly daily: string;
  readonly unit: string;
  readonly decimal?: string;
  readonly seed: string;
  readonly out?: string;
  readonly vmr?: string;
  readonly method?: string;
}

export interface ForecastSettings {
  readonly horizon: { readonly count: number; readonly step: 'day' | 'hour' };
  readonly asOf: number | null;
  readonly added: readonly SpecialDay[];
  readonly breaks: readonly number[];
  readonly seed: number;
  readonly daily: 'sum' | 'max';
  readonly decimal: DecimalMark | undefined;
  readonly burst: { readonly varianceToMean: number; readonly kind: 'measured' | 'assumed' };
  readonly method: Method;
}

const MOST_DAYS = 366;
/** Variance-to-mean ratio of NASA's web server in 1995 at 1.28 requests per second; the default where none was measured. */
const USUAL_RATIO = 1.48;

/** The options as values, or all that is wrong with them. */
export function forecastSettings(flags: ForecastFlags): ForecastSettings {
  const problems: string[] = [];
  const date = (option: string, text: string): number => {
    const day = dayNumber(text);
    if (day === null) problems.push(`${option}: must be a date such as 2027-02-08, got ${text}`);
    return day ?? 0;
  };
  const length = /^(\d+)(d|h)$/.exec(flags.horizon);
  const count = Number(length?.[1] ?? 0);
  const step = length?.[2] === 'h' ? 'hour' : 'day';
  if (count < 1 || count > MOST_DAYS * (step === 'hour' ? 24 : 1))
    problems.push(`--horizon: must be days or hours such as 28d or 168h, at most ${MOST_DAYS}d, got ${flags.horizon}`);
  const method = chosenMethod(flags.method, step, problems);
  const seed = flags.seed.trim() === '' ? Number.NaN : Number(flags.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) problems.push(`--seed: must be a whole number from 0, got ${flags.seed}`);
  if (flags.daily !== 'sum' && flags.daily !== 'max') problems.push(`--daily: must be sum or max, got ${flags.daily}`);
  const decimal = decimalMark(flags.decimal, problems);
  const ratio = flags.vmr === undefined ? USUAL_RATIO : Number(flags.vmr);
  if (!(ratio >= 1)) problems.push(`--vmr: must be a variance-to-mean ratio of at least 1, got ${flags.vmr}`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: flags.timeZone });
  } catch {
    problems.push(`--time-zone: must be a zone such as Asia/Seoul, got ${flags.timeZone}`);
  }
  const settings: ForecastSettings = {
    horizon: { count, step },
    asOf: flags.asOf === undefined ? null : date('--as-of', flags.asOf),
    added: [...new Set(flags.addHoliday ?? [])].map((text) => ({ day: date('--add-holiday', text), name: 'temporary' })),
    breaks: (flags.break ?? []).map((text) => date('--break', text)),
    seed,
    daily: flags.daily === 'max' ? 'max' : 'sum',
    decimal,
    method,
    burst: { varianceToMean: ratio, kind: flags.vmr === undefined ? 'assumed' : 'measured' },
  };
  if (problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
  return settings;
}

function decimalMark(given: string | undefined, problems: string[]): DecimalMark | undefined {
  if (given === undefined || given === 'point' || given === 'comma') return given;
  problems.push(`--decimal: must be point (1,234.5) or comma (1.234,5), got ${given}`);
  return undefined;
}

function chosenMethod(given = 'auto', step: 'day' | 'hour', problems: string[]): Method {
  const known = methodsFor(step);
  const method = known.find((one) => one === given);
  if (method !== undefined) return method;
  const similar = similarTo(given, known);
  const hint = similar === null ? '' : `; did you mean ${similar}?`;
  problems.push(`--method: must be one of ${known.join(', ')} for ${step}s, got ${given}${hint}`);
  return 'auto';
}
