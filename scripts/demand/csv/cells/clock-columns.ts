const BARE = /^(?:h|hour)?_?(\d{1,2})(?:시|h)?$/i;
/** `09:00`, `09:00~10:00`, `9시~10시`, `09-10`. */
const CLOCK = /^(\d{1,2})(?::(\d{2})(?::00)?|시)?(?:\s*[-~–]\s*\d{1,2}(?::\d{2}(?::00)?|시)?)?$/;
const MINUTES_A_DAY = 1_440;
const FEWEST = 24;

/**
 * The minute of the day at which a column begins that is named by a clock time; null for another name.
 *
 * @example clockOf('09:30') // => 570
 * @example clockOf('h07') // => 420
 * @example clockOf('visits') // => null
 */
export function clockOf(name: string): number | null {
  const text = name.trim();
  const bare = BARE.exec(text);
  if (bare !== null) return Number(bare[1]) * 60;
  const clock = CLOCK.exec(text);
  const minute = Number(clock?.[2] ?? 0);
  return clock === null || minute > 59 ? null : Number(clock[1]) * 60 + minute;
}

/**
 * The columns of a table with a row a day and a column an hour, or a part of one, in order of time; null when there are not 24 or more that
 * divide the day evenly. Tables that count from 1 to 24 name the end of the hour.
 *
 * @returns for each column its place and the hour at which it begins
 */
export function clockColumns(header: readonly string[]): { readonly at: number; readonly hour: number }[] | null {
  const found = header
    .map((name, at) => ({ at, minute: clockOf(name) }))
    .filter((one): one is { at: number; minute: number } => one.minute !== null)
    .sort((a, b) => a.minute - b.minute);
  if (found.length < FEWEST || MINUTES_A_DAY % found.length !== 0) return null;
  const width = MINUTES_A_DAY / found.length;
  const first = found[0]!.minute === 0 ? 0 : width;
  const isEven = found.every(({ minute }, i) => minute === first + i * width);
  return isEven ? found.map(({ at, minute }) => ({ at, hour: (minute - first) / 60 })) : null;
}
