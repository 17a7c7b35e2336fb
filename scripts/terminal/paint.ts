const CODES = { red: 31, green: 32, yellow: 33, grey: 90, bold: 1 } as const;

export type Colour = keyof typeof CODES;

/**
 * Text in a colour, or as it is when colours are off.
 *
 * @example paint('PASS', 'green', false) // => 'PASS'
 */
export function paint(text: string, colour: Colour, on: boolean): string {
  return on ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}
