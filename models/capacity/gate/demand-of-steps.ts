import { middleOf } from '../../numeric/middle-of.ts';
import type { CapacityStep } from '../../results/plan/capacity.ts';
import type { SteadyStep } from '../steps/steady-step.ts';
import { COUNTED_ERRORS } from './counted-errors.ts';
import { digits } from './number-pair.ts';

/** What utilisation says about steps and nodes. */
export interface DemandOfSteps {
  /** Requests per second at which the busiest resource of a node is always in use; null when utilisation does not tell. */
  readonly mostPerNode: number | null;
  readonly contradicted: ReadonlyMap<CapacityStep, string>;
  readonly warning: string | null;
}

const NOTHING: DemandOfSteps = { mostPerNode: null, contradicted: new Map(), warning: null };

const LEAST_STEPS = 3;
/** Rates that lie closer together do not show a slope. */
const LEAST_SPREAD = 1.3;
/** Beyond this a resource is always in use, and its utilisation no longer grows with the rate. */
const FULL = 0.97;
/** Distance of a utilisation from the line: a share of it, and a part that no measurement is better than. */
const OFF = { share: 0.25, least: 0.05 };
/** Answers beyond what utilisation allows. */
const BEYOND = 1.05;
const MOST_OFF = 1 / 3;

/**
 * The demand law held against the steps: utilisation grows in proportion to the answers, U = u₀ + λD, so a node cannot answer more than (1 − u₀)/D.
 *
 * D and u₀ as medians of slopes and of what is left (Theil and Sen), which one step in four cannot move. Steps off the line, or beyond what it
 * allows, contradict it, with both numbers; when they are many, utilisation is not used at all, and a warning says so.
 * Source: utilisation law; Sen 1968. Valid for: one resource that is the busiest throughout.
 */
export function demandOfSteps(steps: readonly SteadyStep[]): DemandOfSteps {
  const known = steps.filter(({ step }) => step.utilisation !== null);
  const line = lineOf(known.filter(({ step }) => step.utilisation! < FULL));
  if (line === null) return NOTHING;
  const { demand, background } = line;
  const mostPerNode = (1 - background) / demand;
  const contradicted = reasonsOf(steps, (one) => beyondReason(one, mostPerNode) ?? offReason(one, line));
  // A resource that is always in use agrees with the line, and only the answers do not: no reason to doubt utilisation.
  const full = steps.filter(({ step }) => contradicted.has(step) && step.utilisation !== null && step.utilisation >= FULL).length;
  const [rest, off] = [steps.length - full, contradicted.size - full];
  if (rest < LEAST_STEPS || off > rest * MOST_OFF)
    return {
      ...NOTHING,
      warning: `utilisation does not grow with the rate (${contradicted.size} of ${steps.length} steps are off a line), so it is not used; give that of the busiest resource`,
    };
  return { mostPerNode, contradicted, warning: null };
}

const reasonsOf = (steps: readonly SteadyStep[], of: (one: SteadyStep) => string | null): Map<CapacityStep, string> =>
  new Map(
    steps.flatMap((one) => {
      const reason = of(one);
      return reason === null ? [] : [[one.step, reason] as const];
    }),
  );

interface Line {
  readonly demand: number;
  readonly background: number;
}

function lineOf(known: readonly SteadyStep[]): Line | null {
  const points = known.map((one) => ({ x: perNode(one), y: one.step.utilisation! })).sort((a, b) => a.x - b.x);
  if (points.length < LEAST_STEPS || points.at(-1)!.x < LEAST_SPREAD * points[0]!.x) return null;
  const slopes = points.flatMap((b, i) => points.slice(0, i).flatMap((a) => (b.x > a.x ? [(b.y - a.y) / (b.x - a.x)] : [])));
  const demand = middleOf(slopes);
  const background = middleOf(points.map(({ x, y }) => y - demand * x));
  if (!(demand > 0) || background >= FULL) return null;
  // Nothing is in use less than not at all: a line that would say so is drawn through the origin.
  return background >= 0 ? { demand, background } : { demand: middleOf(points.map(({ x, y }) => y / x)), background: 0 };
}

const perNode = ({ rate, step }: SteadyStep) => rate / step.nodes;

function beyondReason(one: SteadyStep, most: number): string | null {
  const rate = perNode(one);
  if (rate <= BEYOND * most) return null;
  return `${digits(rate)}/s were answered by a node, whose utilisation in the other steps allows ${digits(most)}/s: ${COUNTED_ERRORS}`;
}

function offReason(one: SteadyStep, { demand, background }: Line): string | null {
  const rate = perNode(one);
  const { utilisation } = one.step;
  const expected = Math.min(1, background + demand * rate);
  if (utilisation === null || Math.abs(utilisation - expected) <= OFF.share * expected + OFF.least) return null;
  return `utilisation is ${percent(utilisation)} at ${digits(rate)}/s, where the other steps say ${percent(expected)}: something else was wrong, measure it again`;
}

const percent = (share: number) => `${digits(100 * share)} %`;
