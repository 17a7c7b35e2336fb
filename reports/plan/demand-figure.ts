import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import type { Figure, Mark } from '../charts/figure/figure.ts';
import { amountAxis } from '../charts/figure/ticks.ts';
import { estimate } from '../format/number.ts';

const DAY = 86_400_000;

/** Demand bands by date against what the nodes hold within the budget; null without a forecast. */
export function demandFigure(plan: PlanFile): Figure | null {
  const { demand, capacity, needed } = plan;
  const first = Date.parse(demand[0]?.time ?? '');
  if (!Number.isFinite(first)) return null;
  const at = (time: string) => (Date.parse(time) - first) / DAY;
  const last = at(demand.at(-1)?.time ?? '');
  const level = (nodes: number, rate: number, width: number): Mark => ({
    kind: 'line',
    label: `${sayCount(nodes)} nodes`,
    ink: 'series-2',
    width,
    points: [
      [0, rate],
      [last, rate],
    ],
  });
  const stride = Math.max(1, Math.ceil(demand.length / 8));
  const ticks = demand.filter((_, i) => i % stride === 0).map(({ time }) => ({ value: at(time), label: time.slice(0, 10) }));
  const highest = demand.reduce((most, one) => (one.p95 > most.p95 ? one : most));
  return {
    name: 'demand-against-capacity',
    subtitle: 'Demand by date (P50, P80 and P95) against what the nodes hold within the budget, for the peak alone and as recommended',
    alt: `The P95 demand is highest on ${highest.time.slice(0, 10)} with ${estimate(highest.p95)}/s; ${sayCount(capacity.nodes)} nodes hold ${estimate(capacity.withinBudget)}/s.`,
    startedAt: first,
    x: { scale: 'linear', min: 0, max: Math.max(1, last), ticks, title: 'date', reads: 'count' },
    panels: [
      {
        title: 'demand and capacity',
        height: 240,
        y: amountAxis(Math.max(highest.p95, capacity.withinBudget, needed.withinBudget), 'arrivals per second', 'rate'),
        labelled: true,
        marks: [
          { kind: 'area', label: 'P95', ink: 'band', fill: 'waiting-fill', points: demand.map((one) => [at(one.time), one.p95]) },
          { kind: 'line', label: 'P80', ink: 'muted', width: 1, dash: [3, 2], points: demand.map((one) => [at(one.time), one.p80]) },
          { kind: 'line', label: 'P50', ink: 'ink', width: 2, points: demand.map((one) => [at(one.time), one.p50]) },
          level(needed.nodes, needed.withinBudget, 1.5),
          level(capacity.nodes, capacity.withinBudget, 2.5),
        ],
      },
    ],
    phases: [],
    levels: [],
    table: {
      caption: 'Demand by date, arrivals per second',
      header: ['date', 'P50', 'P80', 'P95'],
      rows: demand.map((one) => [one.time.slice(0, 10), sayCount(one.p50), sayCount(one.p80), sayCount(one.p95)]),
    },
  };
}
