/** A time in seconds, and the least difference of two times that are written so. */
export interface WrittenTime {
  readonly seconds: number;
  readonly resolution: number;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** `[29/Nov/2026:20:00:01 +0900]`, as Apache and nginx write it. */
const LOG = /\[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))? ([+-]\d{2})(\d{2})\]/;
const ISO = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d+))?\s*(Z|[+-]\d{2}:?\d{2})?/;
/** A line that is a number and nothing else: seconds from any beginning. */
const ALONE = /^\s*"?(\d+)(?:\.(\d+))?"?\s*$/;
/** Seconds since 1970 with or without a fraction, milliseconds, microseconds or nanoseconds, from 2008 to 2039; identifiers, sizes and addresses are seldom so long. */
const EPOCH = /(?<![\d.])((?:1[2-9]|2[01])\d{8}(?:\d{3}){0,3})(?:\.(\d+))?(?![\d.])/;
/** Keys under which a log of JSON lines has its time, the commonest first. */
const KEYS = [
  'time',
  'timestamp',
  '@timestamp',
  'ts',
  'time_local',
  'time_iso8601',
  'msec',
  'datetime',
  'date',
  'eventTime',
  'startTime',
  'start_time',
];
/** Numbers above these count milliseconds, microseconds and nanoseconds since 1970. */
const UNITS = [
  { above: 1e17, unit: 1e-9 },
  { above: 1e14, unit: 1e-6 },
  { above: 1e11, unit: 1e-3 },
] as const;

/**
 * Time of a request in a line of an access log, of JSON lines, of a CSV or of a plain list; null when there is none. A time without a zone is taken as UTC, as
 * only differences count. Of several times in a line that of the log counts: in brackets, or under a key such as `time`, before one in an address.
 *
 * @example timeOfLine('1764500000.25')?.seconds // => 1764500000.25
 */
export function timeOfLine(line: string): WrittenTime | null {
  return timeIn((line.startsWith('{') ? underKey(line) : null) ?? line);
}

/** The value of a JSON line that is its time, as text; null when there is none. */
function underKey(line: string): string | null {
  try {
    const fields = JSON.parse(line) as Record<string, unknown>;
    const key = KEYS.find((one) => typeof fields[one] === 'string' || typeof fields[one] === 'number');
    return key === undefined ? null : String(fields[key]);
  } catch {
    return null;
  }
}

function timeIn(line: string): WrittenTime | null {
  const log = LOG.exec(line);
  if (log !== null) return ofLog(log);
  const iso = ISO.exec(line);
  if (iso !== null) {
    const [, day, clock, fraction, zone = 'Z'] = iso;
    return withFraction(Date.parse(`${day}T${clock}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`) / 1000, fraction);
  }
  const [, whole, fraction] = ALONE.exec(line) ?? EPOCH.exec(line) ?? [];
  if (whole === undefined) return null;
  const { unit = 1 } = UNITS.find(({ above }) => Number(whole) >= above) ?? {};
  const { seconds, resolution } = withFraction(Number(whole), fraction);
  return { seconds: seconds * unit, resolution: resolution * unit };
}

function ofLog([, day, month, year, hour, minute, second, fraction, zone, zoneMinutes]: RegExpExecArray): WrittenTime | null {
  const place = MONTHS.indexOf(month!);
  if (place < 0) return null;
  const shift = Number(zone) * 3600 + Math.sign(Number(zone)) * Number(zoneMinutes) * 60;
  const utc = Date.UTC(Number(year), place / 3, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
  return withFraction(utc - shift, fraction);
}

function withFraction(seconds: number, fraction: string | undefined): WrittenTime {
  if (fraction === undefined) return { seconds, resolution: 1 };
  return { seconds: seconds + Number(`0.${fraction}`), resolution: 10 ** -fraction.length };
}
