const SECONDS = { s: 1, min: 60, h: 3_600, d: 86_400 } as const;

/**
 * Seconds of a length of time as the events file has it.
 *
 * @example secondsOf('1.5h') // => 5400
 */
export function secondsOf(text: string): number {
  const [, count, unit] = /^([\d.]+)(s|min|h|d)$/.exec(text) as unknown as [string, string, keyof typeof SECONDS];
  return Number(count) * SECONDS[unit];
}
