/*
 * TypeScript as text, laid out as Biome does. What comes from a person or a document reaches a file through `literal`, `quoted`, `key` or
 * `remark` only, so that it can never end the string or the comment it stands in.
 */

/** Width of a line. */
const WIDTH = 140;

/** Code: an expression as it is, or an object or a list that may be broken over lines. */
export type Code = string | { readonly fields: readonly Field[] } | { readonly items: readonly Code[] };
export type Field = readonly [name: string, value: Code];

/** Control characters, line ends of JavaScript, characters that turn the direction of writing, halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Surrogate}]/gu;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const LONGEST_REMARK = 120;

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A string literal, in the quotes that need fewer escapes.
 *
 * @example quoted("it's") // => '"it\'s"'
 */
export function quoted(text: string): string {
  const count = (quote: string): number => text.split(quote).length - 1;
  const quote = count("'") > count('"') ? '"' : "'";
  return `${quote}${escaped(text).replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** The name of a field. `__proto__` is computed, or it would set the prototype. */
export function key(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return IDENTIFIER.test(name) ? name : quoted(name);
}

/** Text for a line comment: one line, nothing unprintable, not too long. */
export function remark(text: string, longest = LONGEST_REMARK): string {
  const line = [...text.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim()];
  return line.length <= longest ? line.join('') : `${line.slice(0, longest - 1).join('')}…`;
}

/** A value of JSON as code; what JSON has not becomes null. */
export function literal(value: unknown): Code {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return { items: value.map(literal) };
  return { fields: Object.entries(value).map(([name, one]) => [name, literal(one)] as const) };
}

function flat(code: Code): string {
  if (typeof code === 'string') return code;
  if ('items' in code) return `[${code.items.map(flat).join(', ')}]`;
  return code.fields.length === 0 ? '{}' : `{ ${code.fields.map(([name, value]) => `${key(name)}: ${flat(value)}`).join(', ')} }`;
}

const space = (indent: number): string => ' '.repeat(indent);

function broken(code: Exclude<Code, string>, indent: number): string {
  const inner = space(indent + 2);
  const lines =
    'items' in code
      ? code.items.map((item) => `${inner}${laidOut(item, indent + 2, 0)},`)
      : code.fields.map(([name, value]) => `${inner}${field(name, value, indent + 2)}`);
  const [open, close] = 'items' in code ? '[]' : '{}';
  return [`${open}`, ...lines, `${space(indent)}${close}`].join('\n');
}

/** Code that begins `before` characters after the indent and is followed by a comma; on one line if it fits. */
function laidOut(code: Code, indent: number, before: number): string {
  const line = flat(code);
  return typeof code === 'string' || indent + before + line.length < WIDTH ? line : broken(code, indent);
}

/** A call as a statement: `await user.get('home', '/', { … });`, without its indent on the first line. */
export function call(name: string, args: readonly Code[], indent: number): string {
  const line = `${name}(${args.map(flat).join(', ')});`;
  if (indent + line.length <= WIDTH) return line;
  const last = args.at(-1);
  const before = args.slice(0, -1).map((arg) => `${flat(arg)}, `);
  const first = `${name}(${before.join('')}{`;
  if (last !== undefined && typeof last !== 'string' && indent + first.length <= WIDTH)
    return `${name}(${before.join('')}${broken(last, indent)});`;
  return broken({ items: args }, indent).replace(/^\[/, `${name}(`).replace(/\]$/, ');');
}

/** A field of an object as a line of its own, with a comma. */
export function field(name: string, value: Code, indent: number): string {
  const before = `${key(name)}:`;
  // A name of one or two letters stays beside its value.
  const tooWide = typeof value === 'string' && before.length > 3 && indent + before.length + value.length + 2 > WIDTH;
  return tooWide ? `${before}\n${space(indent + 2)}${value},` : `${before} ${laidOut(value, indent, before.length + 1)},`;
}

/** The same lines behind `//`. */
export function commentedOut(code: string, indent: number): string {
  return code
    .split('\n')
    .map((line, index) => `// ${index === 0 ? line : line.slice(indent)}`)
    .join(`\n${space(indent)}`);
}
