import { type Colour, paint } from '../terminal/paint.ts';
import { amount, cut, duration } from '../terminal/panel-words.ts';
import type { PanelState } from './panel-state.ts';

const NAME = 17;
const CELL = 10;
/** Below this width, attempts and errors are left out. */
const WIDE = 60;
/** From this share of its budget on, a value is near it. */
const NEAR = 0.8;

function colourOf(share: number | null): Colour {
  if (share === null) return 'grey';
  if (share > 1) return 'red';
  return share > NEAR ? 'yellow' : 'green';
}

const MARKS: Partial<Record<Colour, string>> = { red: '✗', yellow: '!', green: '✓' };

/** A table of the steps of the last seconds: p95 of response time against its budget, in the order of the story. */
export function stepRows(state: PanelState, width: number, most: number, colour: boolean): string[] {
  const wide = width >= WIDE;
  const head = [
    'step'.padEnd(NAME),
    'p95'.padStart(CELL),
    'budget'.padStart(CELL),
    ...(wide ? ['tries'.padStart(CELL), 'errors'.padStart(CELL)] : []),
  ];
  const rows = state.view.steps.slice(0, most - 1).map(({ step, p95, attempts, errors }) => {
    const budget = state.budgets[step as keyof typeof state.budgets]?.p95;
    const tone = colourOf(p95 === null || budget === undefined ? null : p95 / budget);
    const cells = [
      cut(step, NAME).padEnd(NAME),
      (p95 === null ? '–' : duration(p95)).padStart(CELL),
      (budget === undefined ? '–' : duration(budget)).padStart(CELL),
      ...(wide ? [amount(attempts).padStart(CELL), amount(errors).padStart(CELL)] : []),
    ];
    return paint(`${cut(cells.join(''), width - 2)} ${MARKS[tone] ?? ' '}`, tone, colour);
  });
  return [paint(cut(head.join(''), width), 'grey', colour), ...rows];
}
