import { sayCount, sayNumber, sayRate } from '../../models/words/count.ts';
import { sayTime } from '../../models/words/duration.ts';
import { paint } from '../terminal/paint.ts';
import { clock, cut } from '../terminal/panel-words.ts';
import { plain } from '../terminal/plain.ts';
import type { PanelState } from './panel-state.ts';
import { stepHealth } from './step-health.ts';
import { stepRows } from './step-rows.ts';

/** The panel never takes more lines, so that it fits on the smallest usual terminal (24 lines). */
export const MOST_LINES = 20;

const BAR = 20;
/** Steps named in one line of a log. */
const MOST_NAMED = 3;

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

const cores = (cpu: number): string => sayNumber(Math.round(10 * cpu) / 10);

/** Load on the machine by k6 alone, and how late its event loop is. */
function generatorLine({ generator, view, cores: all }: PanelState): string {
  const lag = view.loopLagP99 === null ? '' : `, loop p99 ${sayTime(view.loopLagP99)} late`;
  if (generator === null) return `generator starting${lag}`;
  const files = generator.openFiles === null ? '' : `, ${sayCount(generator.openFiles)} files`;
  return `generator ${cores(generator.cpu)} of ${all} cores, ${sayCount(generator.memoryMiB)} MiB${files}${lag}`;
}

function errorLine({ view }: PanelState): string {
  const owners = Object.entries(view.errorsByOwner).filter(([, count]) => count > 0);
  return owners.length === 0
    ? 'errors    none in the last seconds'
    : `errors    ${owners.map(([owner, count]) => `${owner} ${sayCount(count)}`).join(', ')}`;
}

function queueLine({ view }: PanelState): string {
  return `queue     ${sayCount(view.users.inLine)} waiting (most ${sayCount(view.maxWaiting)}), ${sayRate(view.admitted)} admitted`;
}

/** The live panel as text: at most `MOST_LINES` lines of at most `width` columns. A pure function of what is known. */
export function panelLines(state: PanelState, width: number, colour: boolean): string[] {
  const { view, until } = state;
  const { users } = view;
  const columns = Math.max(20, width);
  const progress = columns >= 60 ? `  ${bar(view.second / until)}` : '';
  const head = [
    paint(cut(plain(state.title), columns), 'bold', colour),
    cut(`${clock(view.second)} of ${clock(until)}  ${plain(view.phase ?? 'starting')}${progress}`, columns),
    cut(`arrivals  ${sayRate(view.started)} started of ${sayRate(view.scheduled)} scheduled`, columns),
    ...(state.waitingRoom ? [cut(queueLine(state), columns)] : []),
    cut(`people    ${sayCount(users.arrived)} arrived, ${sayCount(users.active)} active, ${sayCount(users.finished)} finished`, columns),
    cut(`          ${sayCount(users.gaveUp)} gave up, ${sayCount(users.failed)} failed`, columns),
  ];
  const foot = [cut(errorLine(state), columns), cut(generatorLine(state), columns)];
  if (state.notice !== null) foot.push(paint(cut(plain(state.notice), columns), 'yellow', colour));
  return [...head, ...stepRows(state, columns, MOST_LINES - head.length - foot.length, colour), ...foot];
}

/** The same in one line, for a log. */
export function plainLine(state: PanelState): string {
  const { view, generator, waitingRoom } = state;
  const errors = Object.values(view.errorsByOwner).reduce((sum, count) => sum + count, 0);
  const parts = [
    `${clock(view.second)} ${view.phase ?? 'starting'}`,
    `arrivals ${sayRate(view.started)} of ${sayRate(view.scheduled)}`,
    ...(waitingRoom ? [`waiting ${sayCount(view.users.inLine)}`, `admitted ${sayRate(view.admitted)}`] : []),
    ...stepParts(state),
    `errors ${sayCount(errors)}`,
    ...(generator === null ? [] : [`k6 ${cores(generator.cpu)} cores ${sayCount(generator.memoryMiB)} MiB`]),
  ];
  return plain(parts.join(' | '));
}

/** Which steps break their budget in the last seconds; that all keep it is said only when something was answered. */
function stepParts({ view, budgets }: PanelState): string[] {
  const steps = stepHealth(view, budgets);
  const failing = steps.filter((step) => step.failing);
  const slow = steps.filter(({ used }) => used !== null && used > 1);
  const parts = [
    ...(failing.length === 0 ? [] : [`failing: ${names(failing)}`]),
    ...(slow.length === 0 ? [] : [`p95 over budget: ${names(slow)}`]),
  ];
  if (parts.length > 0) return parts;
  return [steps.some(({ used }) => used !== null) ? 'all steps within budget' : 'nothing answered yet'];
}

function names(steps: readonly { readonly step: string }[]): string {
  const more = steps.length - MOST_NAMED;
  const named = steps.slice(0, MOST_NAMED).map(({ step }) => step);
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
