import { sayNumber } from '../../models/words/count.ts';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** The unit in which an amount of bytes has one to four digits, and its size. */
export function bytesUnit(bytes: number): { readonly unit: (typeof UNITS)[number]; readonly size: number } {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  return { unit: UNITS[power] ?? 'B', size: 1024 ** power };
}

/**
 * An amount of bytes.
 * @example bytesText(1536) // => '1.5 KiB'
 */
export function bytesText(bytes: number): string {
  const { unit, size } = bytesUnit(bytes);
  return `${sayNumber(bytes / size)} ${unit}`;
}
