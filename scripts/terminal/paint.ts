import { styleText } from 'node:util';

export type Colour = 'red' | 'green' | 'yellow' | 'grey' | 'bold';

/**
 * Text in a colour, or unchanged when colours are off.
 *
 * @example paint('PASS', 'green', false) // => 'PASS'
 */
export function paint(text: string, colour: Colour, on: boolean): string {
  // Newer versions of Node look at standard output otherwise, although the text may go to standard error.
  return on ? styleText(colour, text, { validateStream: false }) : text;
}
