import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import type { Figure, Mark } from '../charts/figure/figure.ts';
import { numberAxis } from '../charts/figure/number-axis.ts';

/** A tornado around the plan's own number: nodes for the peak alone with each input at the ends of its range; an open end where no number of nodes will do. */
export function driversFigure({ drivers, needed: { nodes: planned } }: PlanFile): Figure | null {
  const counts = [planned, ...drivers.flatMap(({ low, high }) => [low.nodes, high.nodes])].filter((nodes) => nodes !== null);
  if (drivers.length === 0) return null;
  const most = Math.max(...counts);
  const x = numberAxis([...counts, most + 1], 'nodes', 'count');
  // An input that changes nothing is still seen; a bar without an end stops before its words.
  const least = (x.max - x.min) / 150;
  const marks = marksOf(drivers, { planned, most, least, end: x.max });
  const words = (nodes: number | null) => (nodes === null ? 'none will do' : sayCount(nodes));
  return {
    name: 'drivers',
    subtitle: `Nodes for the peak alone (${sayCount(planned)} in the plan, before spare ones) with one input at the ends of its range, all others as planned; the widest first`,
    alt: findingOf(drivers, planned),
    startedAt: 0,
    x,
    panels: [
      {
        title: 'what drives the number of nodes',
        height: 34 * drivers.length + 36,
        y: {
          scale: 'linear',
          min: 0.4,
          max: drivers.length + 1.1,
          ticks: drivers.map(({ name }, row) => ({ value: drivers.length - row, label: name })),
          title: 'one input alone',
          reads: 'rank',
        },
        labelled: false,
        marks,
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

/** Bars from the plan's number to both ends, open ones with their words, and the line of the plan. */
function marksOf(
  drivers: PlanFile['drivers'],
  { planned, most, least, end }: { planned: number; most: number; least: number; end: number },
): Mark[] {
  const place = (row: number) => drivers.length - row;
  const bars = drivers.map(({ name, low, high }, row): Mark => {
    const ends = [low.nodes ?? most, high.nodes ?? most, planned].sort((a, b) => a - b);
    const points = [ends[0]! - least, ends[2]! + least].map((nodes) => [nodes, place(row)] as const);
    return { kind: 'line', label: name, ink: 'series-1', width: 12, points };
  });
  const plan: Mark[] = [
    { kind: 'line', label: 'the plan', ink: 'ink', width: 1.5, points: [0.4, drivers.length + 0.6].map((y) => [planned, y] as const) },
    { kind: 'note', text: `the plan: ${sayCount(planned)}`, x: planned, y: drivers.length + 0.6, anchor: 'above right' },
  ];
  const open = drivers.flatMap(({ low, high }, row): Mark[] =>
    low.nodes === null || high.nodes === null ? [{ kind: 'note', text: '→ none will do', x: end, y: place(row), anchor: 'left' }] : [],
  );
  return [...bars, ...open, ...plan];
}

/** What moves the number most, and how far. */
function findingOf([widest]: PlanFile['drivers'], planned: number): string {
  const { name, low, high } = widest!;
  const ends = [low, high].filter(({ nodes }) => nodes !== planned);
  if (ends.length === 0) return `No input alone moves the number from ${sayCount(planned)}.`;
  const said = ends.map(({ label, nodes }) => `${nodes === null ? 'no number of nodes will do' : `${sayCount(nodes)} nodes`} at ${label}`);
  return `The widest driver is ${name}: ${said.join(', ')}, ${sayCount(planned)} in the plan.`;
}
