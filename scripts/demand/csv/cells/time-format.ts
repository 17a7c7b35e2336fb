import { inZone, type LocalTime, parseTime } from './parse-time.ts';

/** How the times of a column are written, and how one is read; null for a cell that is no time. */
export interface TimeFormat {
  /** For the sentence on what was read; null for written dates. */
  readonly name: string | null;
  read(cell: string): LocalTime | null;
}

/** Unix times from 2000 to 2100, seconds. */
const [EARLIEST, LATEST] = [946_684_800, 4_102_444_800];
/** Units of Unix times by their digits: seconds, milliseconds, microseconds, nanoseconds; how many make a second. */
const UNITS = [
  [1, 'Unix seconds'],
  [1e3, 'Unix milliseconds'],
  [1e6, 'Unix microseconds'],
  [1e9, 'Unix nanoseconds'],
] as const;
/** Days since 1899-12-30, which spreadsheets count, of 1970, 2000 and 2100. */
const SERIAL = { of1970: 25_569, earliest: 36_526, latest: 73_051 } as const;
const DAY = 86_400_000;
/** A serial holds a time of day to about a millisecond; a clock is whole minutes. */
const MINUTE = 60_000;
/** Share of cells that must follow a format, and of steps between them that must be the usual one. */
const NEARLY_ALL = 0.9;

const NTH_DAY = /^(nth day|n번째 일|일\s*n|n일째)$/i;
const NUMERIC = /^\d+(\.\d+)?$/;

const written = (zone: string): TimeFormat => ({ name: null, read: (cell) => parseTime(cell, zone) });

const unix = (perSecond: number, name: string, zone: string): TimeFormat => ({
  name,
  read: (cell) => {
    const seconds = NUMERIC.test(cell) ? Number(cell) / perSecond : 0;
    return seconds >= EARLIEST && seconds < LATEST ? inZone(Math.round(seconds * 1_000), zone) : null;
  },
});

/** A serial is local time. */
const SERIALS: TimeFormat = {
  name: 'spreadsheet day numbers',
  read: (cell) => {
    const serial = NUMERIC.test(cell) ? Number(cell) : 0;
    if (serial < SERIAL.earliest || serial >= SERIAL.latest) return null;
    const at = Math.round(((serial - SERIAL.of1970) * DAY) / MINUTE) * MINUTE;
    return Number.isInteger(serial) ? { ...inZone(at, 'UTC'), hour: null } : inZone(at, 'UTC');
  },
};

const nthDay = (first: number): TimeFormat => ({
  name: 'days counted from the start date',
  read: (cell) => {
    if (!/^\d{1,5}$/.test(cell)) return null;
    const day = first + Number(cell);
    return { day, hour: null, minute: 0, written: { day, clock: '' } };
  },
});

/** Whether numbers go up or down by one step nearly throughout, as times do and demand does not. */
function isRegular(cells: readonly string[]): boolean {
  const distinct = cells.map(Number).filter((value, i, all) => i === 0 || value !== all[i - 1]);
  const steps = distinct.slice(1).map((value, i) => Math.abs(value - distinct[i]!).toPrecision(4));
  const counts = new Map<string, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  return steps.length > 0 && Math.max(...counts.values()) >= NEARLY_ALL * steps.length;
}

const fits = (format: TimeFormat, cells: readonly string[]): boolean =>
  cells.length > 0 && cells.filter((cell) => format.read(cell) !== null).length > NEARLY_ALL * cells.length;

/** The share of cells that are written times, and their format. */
export function writtenTimes(cells: readonly string[], zone: string): { readonly share: number; readonly format: TimeFormat } {
  const format = written(zone);
  return { share: cells.filter((cell) => format.read(cell) !== null).length / Math.max(1, cells.length), format };
}

/**
 * The format of a column of numbers that are times: Unix times, day numbers of a spreadsheet, or days counted from a start date, as Google
 * Analytics exports them. Null when they are none: demand may be as large, but it does not rise by equal steps.
 *
 * @param firstDay day number of the start date that a comment of the file names; null for none
 */
export function numericTimes(name: string, cells: readonly string[], zone: string, firstDay: number | null): TimeFormat | null {
  if (NTH_DAY.test(name.trim())) return firstDay === null ? null : nthDay(firstDay);
  const formats = [...UNITS.map(([perSecond, words]) => unix(perSecond, words, zone)), SERIALS];
  const format = formats.find((one) => fits(one, cells));
  return format !== undefined && isRegular(cells.filter((cell) => format.read(cell) !== null)) ? format : null;
}

/** True for a column of days counted from a date that is written elsewhere. */
export const isNthDay = (name: string): boolean => NTH_DAY.test(name.trim());
