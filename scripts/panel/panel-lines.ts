import { paint } from '../terminal/paint.ts';
import { amount, clock, cut } from '../terminal/panel-words.ts';
import { plain } from '../terminal/plain.ts';
import type { PanelState } from './panel-state.ts';
import { stepRows } from './step-rows.ts';

/** The panel never takes more lines, so that it fits on the smallest usual terminal (24 lines). */
export const MOST_LINES = 20;

const BAR = 20;

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

/** Load on the machine by k6 alone, and how late its event loop is. */
function generatorLine({ generator, view, cores }: PanelState): string {
  const lag = view.loopLagP99 === null ? '' : `, loop p99 ${Math.round(view.loopLagP99)} ms late`;
  if (generator === null) return `generator starting${lag}`;
  const files = generator.openFiles === null ? '' : `, ${amount(generator.openFiles)} files`;
  return `generator ${generator.cpu.toFixed(1)} of ${cores} cores, ${amount(generator.memoryMiB)} MiB${files}${lag}`;
}

function errorLine({ view }: PanelState): string {
  const owners = Object.entries(view.errorsByOwner).filter(([, count]) => count > 0);
  return owners.length === 0
    ? 'errors    none in the last seconds'
    : `errors    ${owners.map(([owner, count]) => `${owner} ${amount(count)}`).join(', ')}`;
}

/** The live panel as text: at most `MOST_LINES` lines of at most `width` columns. A pure function of what is known. */
export function panelLines(state: PanelState, width: number, colour: boolean): string[] {
  const { view, until } = state;
  const { users } = view;
  const columns = Math.max(20, width);
  const progress = columns >= 60 ? `  ${bar(view.second / until)}` : '';
  const head = [
    paint(cut(plain(state.title), columns), 'bold', colour),
    cut(`${clock(view.second)} of ${clock(until)}  ${view.phase ?? 'starting'}${progress}`, columns),
    cut(`arrivals  ${amount(view.started)}/s started of ${amount(view.scheduled)}/s scheduled`, columns),
    cut(`line      ${amount(users.inLine)} waiting (most ${amount(view.maxWaiting)}), ${amount(view.admitted)}/s admitted`, columns),
    cut(`people    ${amount(users.arrived)} came, ${amount(users.active)} inside, ${amount(users.finished)} done`, columns),
    cut(`          ${amount(users.gaveUp)} gave up, ${amount(users.failed)} failed`, columns),
  ];
  const foot = [cut(errorLine(state), columns), cut(generatorLine(state), columns)];
  if (state.notice !== null) foot.push(paint(cut(plain(state.notice), columns), 'yellow', colour));
  return [...head, ...stepRows(state, columns, MOST_LINES - head.length - foot.length, colour), ...foot];
}

/** The same in one line, for a log. */
export function plainLine(state: PanelState): string {
  const { view, generator, budgets } = state;
  const over = view.steps.filter(
    ({ step, p95 }) => p95 !== null && p95 > (budgets[step as keyof typeof budgets]?.p95 ?? Number.POSITIVE_INFINITY),
  );
  const errors = Object.values(view.errorsByOwner).reduce((sum, count) => sum + count, 0);
  const parts = [
    `${clock(view.second)} ${view.phase ?? 'starting'}`,
    `arrivals ${amount(view.started)}/s of ${amount(view.scheduled)}/s`,
    `waiting ${amount(view.users.inLine)}`,
    `admitted ${amount(view.admitted)}/s`,
    over.length === 0 ? 'p95 within budgets' : `p95 over budget: ${over.map(({ step }) => step).join(', ')}`,
    `errors ${amount(errors)}`,
    ...(generator === null ? [] : [`k6 ${generator.cpu.toFixed(1)} cores ${amount(generator.memoryMiB)} MiB`]),
  ];
  return plain(parts.join(' | '));
}
