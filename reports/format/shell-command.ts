/** Signs that a terminal would act on, or that a reader could not see. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A word of a shell as text and nothing else; bash and zsh know the form with a dollar. */
export function shellWord(text: string): string {
  if (/^[\w./:=@%+,-]+$/.test(text)) return text;
  if (text.search(UNSEEN) < 0) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(UNSEEN, (sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
  return `$'${escaped}'`;
}

/**
 * A command as one line to paste.
 *
 * @example shellCommand(['echo', "it's"]) // => "echo 'it'\\''s'"
 */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}
