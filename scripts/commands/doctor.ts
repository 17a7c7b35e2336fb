import { examine } from '../doctor/examine.ts';
import type { DoctorItem } from '../doctor/item.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import type { Console } from '../terminal/console.ts';
import { paint } from '../terminal/paint.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { ownSurroundings } from '../toolchain/surroundings.ts';

const COLOURS = { ok: 'green', low: 'yellow', missing: 'red', optional: 'grey' } as const;
const NAME_WIDTH = 16;
const STATE_WIDTH = 9;

/** `surgeproof doctor`: what is there, what is missing, and what to do about it. */
export async function doctor(console: Console): Promise<ExitCode> {
  const items = await examine(ownSurroundings());
  for (const item of items) for (const text of linesOf(item, console)) console.out(text);
  const missing = items.filter((item) => item.state === 'missing').map((item) => item.name);
  console.out('');
  console.out(missing.length === 0 ? 'Ready. `surgeproof list` shows what can be rehearsed.' : `Missing: ${missing.join(', ')}.`);
  console.document({ schema: 'surgeproof/doctor', version: 1, ready: missing.length === 0, items });
  return missing.length === 0 ? EXIT.ok : EXIT.toolMissing;
}

/** An item on as many lines as the width needs. */
function linesOf({ name, state, detail, remedy }: DoctorItem, { colour, resultWidth }: Console): string[] {
  const shown = paint(state.padEnd(STATE_WIDTH), COLOURS[state], colour);
  const indent = NAME_WIDTH + STATE_WIDTH;
  const [first = '', ...rest] = wrapped(`${detail}${remedy === null ? '' : ` → ${remedy}`}`, resultWidth() - indent);
  return [`${name.padEnd(NAME_WIDTH)}${shown}${first}`, ...rest.map((text) => `${' '.repeat(indent)}${text}`)];
}
