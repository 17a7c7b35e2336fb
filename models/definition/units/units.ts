/*
 * One grammar of amounts for surge files, k6.config.ts and flags: a number, a space if you like, a unit. A bare number where a unit
 * belongs is refused, because nobody can tell afterwards whether it was seconds or milliseconds.
 */

/** `'400 ms'`, `'1.5 s'`, `'3 min'`, `'2 h'`. */
export type Duration =
  | `${number} ms`
  | `${number}ms`
  | `${number} s`
  | `${number}s`
  | `${number} min`
  | `${number}min`
  | `${number} h`
  | `${number}h`;

/** `'6/s'`, `'1200/min'`, `'72000/h'`. */
export type Rate = `${number}/s` | `${number}/min` | `${number}/h` | `${number} /s` | `${number} /min` | `${number} /h`;

/** `'0.1 %'`. */
export type Share = `${number} %` | `${number}%`;
