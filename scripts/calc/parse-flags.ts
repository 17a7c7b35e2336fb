import type { ArgumentKind } from './argument-spec.ts';
import type { CalcFunction } from './calc-function.ts';

/**
 * Command-line words as arguments by name: `--load 20`, `--load=20`, `--arrivalRate 9` or `--arrival-rate 9`; lists as `50,95,99` or JSON.
 * Values that cannot be read stay text, so that `checkArguments` names them; a word that is no flag becomes an unknown argument.
 */
export function parseFlags(fn: CalcFunction, words: readonly string[]): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('--')) {
      args[word] = true;
      continue;
    }
    const [flag, ...rest] = word.slice(2).split('=');
    const name = flag!.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const kind = Object.hasOwn(fn.args, name) ? fn.args[name]!.kind : undefined;
    const isSwitch = kind === 'boolean' && rest.length === 0 && !['true', 'false'].includes(words[i + 1] ?? '');
    const text = rest.length > 0 ? rest.join('=') : isSwitch ? 'true' : words[++i];
    args[name] = text === undefined ? '' : parseValue(kind, text);
  }
  return args;
}

function parseValue(kind: ArgumentKind | undefined, text: string): unknown {
  if (kind === 'number') return asNumber(text);
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'numbers' && !text.startsWith('[')) return text.split(',').map(asNumber);
  if (kind === 'numbers' || kind === 'points' || kind === 'stations') return asJson(text);
  return text;
}

function asNumber(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
