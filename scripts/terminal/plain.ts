// Node's `stripVTControlCharacters` takes the text between a sequence and a later bell away as well, and leaves unfinished sequences.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const ESCAPES = /\u001b(?:\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\[[0-?]*[ -/]*[@-~]|[@-Z\\^_])|\u009b[0-?]*[ -/]*[@-~]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that may come from a target, made harmless for a terminal: no escape sequences, no control characters (line feed and tab
 * stay), no characters that reverse the direction of writing.
 *
 * @example plain('\u001b[31mred\u001b[0m\u0007') // => 'red'
 */
export function plain(text: string): string {
  return text.replace(ESCAPES, '').replace(CONTROLS, '');
}
