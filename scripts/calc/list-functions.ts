import { calcFunctions } from './registry.ts';

/** The text of `calc --list`: one function a line with its arguments, those that may be left out in brackets. */
export function listFunctions(): string {
  const rows = [...calcFunctions.values()].map(({ name, about, args }) => {
    const flags = Object.entries(args).map(([argument, { optional, kind }]) => {
      const words = typeof kind === 'string' ? argument : `${argument} (${kind.join('|')})`;
      return optional ? `[${words}]` : words;
    });
    return { name, text: `${about}: ${flags.join(', ')}` };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, text }) => `${name.padEnd(width)}  ${text}\n`).join('');
}
