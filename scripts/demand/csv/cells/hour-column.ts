import { clockOf } from './clock-columns.ts';

const NAME = /^(hour|hr|hour of (the )?day|시|시간|시각|시간대)(\s*\(.*\))?$/i;
/** `09:00`, `9시`, `09:00~10:00`; a bare number may be anything. */
const LOOKS_LIKE_CLOCK = /^\d{1,2}(:\d{2}|시)/;
const NEARLY_ALL = 0.9;
const MINUTES_AN_HOUR = 60;
const LAST = 24;

/**
 * The column with the hour of the day beside a column of dates: by its name, or because its cells are clock times where dates repeat; null when there is none.
 *
 * @param columns that may be it, without that of the demand
 * @param datesRepeat otherwise `00:45` is a duration
 * @param cellsOf cells of a column that are not empty
 */
export function hourColumn(
  header: readonly string[],
  columns: readonly number[],
  cellsOf: (at: number) => readonly string[],
  datesRepeat: boolean,
): number | null {
  const isClock = (at: number): boolean => {
    const cells = cellsOf(at);
    const clocks = cells.filter((cell) => LOOKS_LIKE_CLOCK.test(cell) && clockOf(cell) !== null);
    return cells.length > 0 && clocks.length > NEARLY_ALL * cells.length;
  };
  return columns.find((at) => NAME.test(header[at]!.trim())) ?? (datesRepeat ? columns.find(isClock) : undefined) ?? null;
}

/**
 * The hour at which each clock time of a column begins; null for what is none. Columns that count from 1 to 24 name the end of the hour.
 *
 * @example hoursOf(['1', '24']) // => [0, 23]
 * @example hoursOf(['0', '23', 'noon']) // => [0, 23, null]
 */
export function hoursOf(cells: readonly string[]): (number | null)[] {
  const hours = cells.map((cell) => {
    const minute = clockOf(cell);
    return minute === null || minute > LAST * MINUTES_AN_HOUR ? null : minute / MINUTES_AN_HOUR;
  });
  const namesEnds = hours.includes(LAST) && !hours.includes(0);
  return namesEnds ? hours.map((hour) => (hour === null ? null : hour - 1)) : hours;
}
