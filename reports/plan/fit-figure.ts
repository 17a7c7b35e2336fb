import type { PlanFile } from '../../models/results/plan/plan.ts';
import type { PlanStep } from '../../models/results/plan/plan-fit.ts';
import { sayTime } from '../../models/words/duration.ts';
import { sayShare } from '../../models/words/share.ts';
import type { Axis, Figure, Mark, Panel, Table } from '../charts/figure/figure.ts';
import { numberAxis } from '../charts/figure/number-axis.ts';
import { latencyAxis } from '../charts/figure/ticks.ts';
import { estimate } from '../format/number.ts';

type Fitted = PlanStep & {
  readonly mean: number;
  readonly budgeted: number;
  readonly predictedMean: number;
  readonly predictedBudgeted: number;
};

const isFitted = (step: PlanStep): step is Fitted => step.used && step.predictedMean !== null && step.predictedBudgeted !== null;

const at = (step: Fitted) => step.rate / step.nodes;
/** Percent. */
const residual = (step: Fitted) => 100 * (step.predictedBudgeted / step.budgeted - 1);

/** Measured steps with the fitted queue, and its residuals on a panel of their own; null without a measurement. */
export function fitFigure({ fit, budget }: PlanFile): Figure | null {
  const steps = (fit?.steps ?? []).filter(isFitted).sort((a, b) => a.rate / a.nodes - b.rate / b.nodes);
  if (steps.length === 0) return null;
  const name = `p${budget.percentile}`;
  return {
    name: 'fit',
    subtitle: `Response time of the measured steps and of the fitted queue, and how far the fitted ${name} is off`,
    alt: `The fitted ${name} is at most ${estimate(Math.max(...steps.map((step) => Math.abs(residual(step)))))} % off a measured step.`,
    startedAt: 0,
    x: numberAxis([0, ...steps.map(at)], 'arrivals per second of one node', 'rate'),
    panels: panelsOf(steps, name),
    phases: [],
    levels: [],
    table: tableOf(steps, name),
  };
}

function panelsOf(steps: readonly Fitted[], name: string): Panel[] {
  const points = (value: (step: Fitted) => number) => steps.map((step) => [at(step), value(step)] as const);
  const pair = (
    label: string,
    ink: 'series-1' | 'series-2',
    measured: (step: Fitted) => number,
    fitted: (step: Fitted) => number,
  ): Mark[] => [
    { kind: 'line', label: `${label}, fitted`, ink, width: 1.5, points: points(fitted) },
    { kind: 'dots', label: `${label}, measured`, ink, points: points(measured) },
  ];
  const reach = Math.max(5, ...steps.map((step) => Math.abs(residual(step))));
  return [
    {
      title: 'response time',
      height: 200,
      y: latencyAxis(
        steps.flatMap((step) => [step.mean, step.budgeted, step.predictedBudgeted]),
        `${name} and mean`,
      ),
      labelled: true,
      marks: [
        ...pair(
          name,
          'series-1',
          (step) => step.budgeted,
          (step) => step.predictedBudgeted,
        ),
        ...pair(
          'mean',
          'series-2',
          (step) => step.mean,
          (step) => step.predictedMean,
        ),
      ],
    },
    {
      title: `residual of ${name}`,
      height: 90,
      y: percentAxis(numberAxis([-reach, reach], 'fitted against measured', 'rate', 4)),
      labelled: false,
      marks: [{ kind: 'line', label: 'residual', ink: 'series-1', width: 1, points: points(residual) }],
    },
  ];
}

const percentAxis = (axis: Axis): Axis => ({
  ...axis,
  ticks: axis.ticks.map(({ value, label }) => ({ value, label: `${String(label)} %` })),
});

function tableOf(steps: readonly Fitted[], name: string): Table {
  return {
    caption: 'Measured steps and the fitted queue',
    header: ['step', 'per node and second', `${name} measured`, `${name} fitted`, 'off'],
    rows: steps.map((step) => [
      step.name,
      estimate(at(step)),
      sayTime(step.budgeted),
      sayTime(step.predictedBudgeted),
      sayShare(residual(step) / 100),
    ]),
  };
}
