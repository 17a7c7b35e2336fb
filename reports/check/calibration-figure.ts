import type { Figure, Mark, Panel, Table } from '../charts/figure/figure.ts';

/** A quantile with how often the truth was at or below it, and the range that this rests on; shares 0 to 1. */
export interface CalibratedLevel {
  readonly level: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const TICKS = [0, 20, 40, 60, 80, 100].map((value) => ({ value, label: String(value) }));
const HALF_WIDTH = 0.9;
const axis = (title: string) => ({ scale: 'linear', min: 0, max: 100, ticks: TICKS, title, reads: 'percent' }) as const;

/** How often the truth was at or below each quantile, against how often it should have been. On the diagonal a forecaster is honest; below it, too low. */
export function calibrationFigure(
  levels: readonly CalibratedLevel[],
  words: { readonly name: string; readonly subtitle: string; readonly finding: string; readonly table: Table },
): Figure | null {
  if (levels.length === 0) return null;
  return {
    name: words.name,
    subtitle: words.subtitle,
    alt: words.finding,
    startedAt: 0,
    x: axis('quantile as stated, %'),
    panels: [panel(levels)],
    phases: [],
    levels: [],
    table: words.table,
  };
}

function panel(levels: readonly CalibratedLevel[]): Panel {
  const sorted = [...levels].sort((a, b) => a.level - b.level);
  const bars = sorted.map(
    ({ level, low, high }): Mark => ({
      kind: 'span',
      ink: 'fan-core',
      from: 100 * level - HALF_WIDTH,
      to: 100 * level + HALF_WIDTH,
      low: 100 * low,
      high: 100 * high,
    }),
  );
  return {
    title: 'at or below the quantile',
    height: 260,
    y: axis('% of what came'),
    labelled: true,
    marks: [
      ...bars,
      {
        kind: 'line',
        label: 'as stated',
        ink: 'waiting',
        width: 1,
        dash: [4, 3],
        points: [
          [0, 0],
          [100, 100],
        ],
      },
      { kind: 'line', label: 'what came', ink: 'ink', width: 2, points: sorted.map(({ level, share }) => [100 * level, 100 * share]) },
    ],
  };
}
