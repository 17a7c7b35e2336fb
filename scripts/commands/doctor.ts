import { examine } from '../doctor/examine.ts';
import type { DoctorItem } from '../doctor/item.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import type { Console } from '../terminal/console.ts';
import { paint } from '../terminal/paint.ts';
import { ownSurroundings } from '../toolchain/surroundings.ts';

const COLOURS = { ok: 'green', low: 'yellow', missing: 'red', optional: 'grey' } as const;
const NAME_WIDTH = 16;
const STATE_WIDTH = 9;

/** `surgeproof doctor`: what is there, what is missing, and what to do about it. */
export async function doctor(console: Console): Promise<ExitCode> {
  const items = await examine(ownSurroundings());
  for (const item of items) console.out(line(item, console.colour));
  const missing = items.filter((item) => item.state === 'missing').map((item) => item.name);
  console.out('');
  console.out(missing.length === 0 ? 'Ready: `surgeproof rehearse smoke` takes half a minute.' : `Missing: ${missing.join(', ')}.`);
  console.document({ schema: 'surgeproof/doctor', version: 1, ready: missing.length === 0, items });
  return missing.length === 0 ? EXIT.ok : EXIT.toolMissing;
}

function line({ name, state, detail, remedy }: DoctorItem, colour: boolean): string {
  const shown = paint(state.padEnd(STATE_WIDTH), COLOURS[state], colour);
  return `${name.padEnd(NAME_WIDTH)}${shown}${detail}${remedy === null ? '' : ` → ${remedy}`}`;
}
