/** Signs that a terminal would act on, or that a reader could not see. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A word of a shell as text and nothing else; bash and zsh know the form with a dollar. */
function shellWord(text: string): string {
  if (/^[\w./:-]+$/.test(text)) return text;
  if (text.search(UNSEEN) < 0) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(UNSEEN, (sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
  return `$'${escaped}'`;
}

/**
 * What to type to rehearse a forecast.
 *
 * @param event null where the forecast has no other
 * @example rehearseCommand('forecast.json', 'p95', 'a; b') // => "npx surgeproof rehearse onnuri-launch --forecast forecast.json --quantile p95 --event 'a; b'"
 */
export function rehearseCommand(file: string, quantile: string, event: string | null): string {
  const of = event === null ? '' : ` --event ${shellWord(event)}`;
  return `npx surgeproof rehearse onnuri-launch --forecast ${shellWord(file)} --quantile ${quantile}${of}`;
}
