const RATE = /(?:\/|\bper )\s*(?:s|sec|second|min|minute|초|분)\b|\/\s*(?:초|분)|^(?:rps|tps|qps|초당.*)$/i;

/**
 * True for the name or unit of a rate, whose values must not be added up over time.
 *
 * @example isRate('requests/s') // => true
 * @example isRate('visits') // => false
 */
export function isRate(name: string): boolean {
  return RATE.test(name.trim());
}
