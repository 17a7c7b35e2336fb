import { sayCount } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { type Colour, paint } from '../terminal/paint.ts';
import { cut } from '../terminal/panel-words.ts';
import { plain } from '../terminal/plain.ts';
import type { PanelState } from './panel-state.ts';
import { type StepHealth, stepHealth } from './step-health.ts';

const NAME = 17;
const CELL = 10;
/** Below this width, attempts are left out. */
const WIDE = 60;
/** Below this width, errors are left out too. */
const MEDIUM = 50;
/** From this share of its limit on, a value is near it. */
const NEAR = 0.8;

function colourOf({ used, failing }: StepHealth): Colour {
  if (failing || (used !== null && used > 1)) return 'red';
  if (used === null) return 'grey';
  return used > NEAR ? 'yellow' : 'green';
}

const MARKS: Partial<Record<Colour, string>> = { red: '✗', yellow: '!', green: '✓' };

/** A table of the steps of the last seconds: p95 of response time against its limit, and errors, in the order of the surge. */
export function stepRows(state: PanelState, width: number, most: number, colour: boolean): string[] {
  const line = (name: string, p95: string, limit: string, attempts: string, errors: string): string =>
    [
      cut(name, NAME).padEnd(NAME),
      ...[p95, limit, ...(width >= WIDE ? [attempts] : []), ...(width >= MEDIUM ? [errors] : [])].map((cell) => cell.padStart(CELL)),
    ].join('');
  const rows = stepHealth(state.view, state.budgets)
    .slice(0, most - 1)
    .map((health) => {
      const { step, p95, limit, attempts, errors } = health;
      const tone = colourOf(health);
      const text = line(plain(step), sayTime(p95), sayTime(limit), sayCount(attempts), sayCount(errors));
      return paint(`${cut(text, width - 2)} ${MARKS[tone] ?? ' '}`, tone, colour);
    });
  return [paint(cut(line('step', 'p95', 'limit', 'attempts', 'errors'), width), 'grey', colour), ...rows];
}
