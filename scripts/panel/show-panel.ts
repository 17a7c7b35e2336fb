import { createLogUpdate } from 'log-update';
import type { Console } from '../terminal/console.ts';
import { MOST_LINES, panelLines, plainLine } from './panel-lines.ts';
import type { PanelState } from './panel-state.ts';

/** Milliseconds between two pictures on a terminal, and between two lines in a log. */
const PICTURE_EVERY = 500;
const LINE_EVERY = 10_000;

export interface Panel {
  /** Leaves the last picture standing and gives the terminal back. */
  done(): void;
}

/** Shows a run on standard error: a panel that is redrawn on a terminal, a line each ten seconds elsewhere. `state` is null before the run begins. */
export function showPanel(console: Console, state: () => PanelState | null): Panel {
  if (!console.live) {
    const timer = setInterval(() => {
      const now = state();
      if (now !== null) console.err(plainLine(now));
    }, LINE_EVERY);
    return { done: () => clearInterval(timer) };
  }
  const update = createLogUpdate(process.stderr);
  const draw = (): void => {
    const now = state();
    if (now === null) return;
    const rows = Math.min(MOST_LINES, (process.stderr.rows ?? MOST_LINES + 1) - 1);
    update(panelLines(now, console.width(), console.colour).slice(0, rows).join('\n'));
  };
  const timer = setInterval(draw, PICTURE_EVERY);
  return {
    done: () => {
      clearInterval(timer);
      draw();
      update.done();
    },
  };
}
