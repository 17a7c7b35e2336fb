/** People and rates: thousands separated, no decimals above ten. */
export function amount(value: number): string {
  return value > 0 && value < 10 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
}

/**
 * Seconds as hours, minutes and seconds.
 *
 * @example clock(3725) // => '1:02:05'
 * @example clock(65) // => '1:05'
 */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/**
 * Milliseconds, three significant digits.
 *
 * @example duration(1234.5) // => '1.23 s'
 * @example duration(81.234) // => '81 ms'
 */
export function duration(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toPrecision(3)} s` : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** Text cut to a number of columns; three dots in one show that something is missing. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}
