import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import type { Figure, Mark } from '../charts/figure/figure.ts';
import { numberAxis } from '../charts/figure/number-axis.ts';

/** A tornado: nodes with each input alone at the ends of its range; an open end where no number of nodes will do. */
export function driversFigure({ drivers }: PlanFile): Figure | null {
  const counts = drivers.flatMap(({ low, high }) => [low.nodes, high.nodes]).filter((nodes) => nodes !== null);
  if (counts.length === 0) return null;
  const most = Math.max(...counts);
  const x = numberAxis([...counts, most + 1], 'nodes', 'count');
  // An input that changes nothing is still seen; a bar without an end stops before its words.
  const least = (x.max - x.min) / 150;
  const place = (row: number) => drivers.length - row;
  const bars = drivers.map(({ name, low, high }, row): Mark => {
    const ends = [low.nodes ?? most, high.nodes ?? most].sort((a, b) => a - b);
    const points = [ends[0]! - least, ends[1]! + least].map((nodes) => [nodes, place(row)] as const);
    return { kind: 'line', label: name, ink: 'series-1', width: 12, points };
  });
  const open = drivers.flatMap(({ low, high }, row): Mark[] =>
    low.nodes === null || high.nodes === null ? [{ kind: 'note', text: '→ none will do', x: x.max, y: place(row), anchor: 'left' }] : [],
  );
  const words = (nodes: number | null) => (nodes === null ? 'none will do' : sayCount(nodes));
  return {
    name: 'drivers',
    subtitle: 'Nodes with one input alone at the ends of its range, everything else at its median; the widest first',
    alt: `The widest driver is ${drivers[0]?.name ?? 'none'}.`,
    startedAt: 0,
    x,
    panels: [
      {
        title: 'what drives the number of nodes',
        height: 34 * drivers.length + 20,
        y: {
          scale: 'linear',
          min: 0.4,
          max: drivers.length + 0.6,
          ticks: drivers.map(({ name }, row) => ({ value: place(row), label: name })),
          title: 'one input alone',
          reads: 'rank',
        },
        labelled: false,
        marks: [...bars, ...open],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: 'Drivers',
      header: ['input', 'from', 'nodes', 'to', 'nodes', 'range is'],
      rows: drivers.map(({ name, low, high, kind }) => [name, low.label, words(low.nodes), high.label, words(high.nodes), kind]),
    },
  };
}
