import { trimmed, whole } from './number.ts';

/**
 * A time in the unit a person would use; takes milliseconds.
 * @example duration(812.4) // => '812 ms'
 * @example duration(1500) // => '1.5 s'
 * @example duration(4812) // => '4.81 s'
 * @example duration(192000) // => '3 min 12 s'
 * @example duration(7260000) // => '2 h 1 min'
 */
export function duration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return '–';
  if (ms < 1000) return `${trimmed(ms)} ms`;
  if (ms < 120_000) return `${trimmed(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  const [large, small, size] = seconds < 7200 ? (['min', 's', 60] as const) : (['h', 'min', 3600] as const);
  const rest = Math.floor((seconds % size) / (size / 60));
  return `${whole(Math.floor(seconds / size))} ${large}${rest > 0 ? ` ${rest} ${small}` : ''}`;
}
