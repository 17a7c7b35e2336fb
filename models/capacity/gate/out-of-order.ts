import type { CapacityStep } from '../../results/plan/capacity.ts';
import type { SteadyStep } from '../steps/steady-step.ts';
import { type StepHistogram, timeAtShare } from '../steps/step-histogram.ts';
import { COUNTED_ERRORS } from './counted-errors.ts';
import { digits } from './number-pair.ts';

/** A busier step may be this much faster throughout: caches, processors that clock up. */
const FASTER = 1.1;
/** Share of the answers that may be faster beyond that, besides what chance explains. */
const SHARE = 0.03;
const ERRORS = 2;

interface Lead {
  readonly share: number;
  readonly time: number;
}

interface Conflict {
  readonly calm: SteadyStep;
  readonly busy: SteadyStep;
  readonly lead: Lead;
}

/**
 * Steps whose response times contradict the others: more arrivals never make answers faster, so F_busy(t) ≤ F_calm(t) at every t. Fast errors that were
 * counted as answers break it, and a step during which something else went wrong.
 *
 * The fewest steps are named, by taking out the one in most contradictions until there is none; of two alike the slow one, unless the busier has
 * answers that are faster than nearly all of the calmer.
 * Source: sample paths of a queue are monotone in its arrivals; the size of a chance difference after Kolmogorov and Smirnov.
 */
export function outOfOrder(steps: readonly SteadyStep[]): ReadonlyMap<CapacityStep, string> {
  let conflicts = conflictsOf(steps);
  const found = new Map<CapacityStep, string>();
  while (conflicts.length > 0) {
    const worst = worstOf(conflicts);
    found.set(worst.step, reasonOf(worst, conflicts));
    conflicts = conflicts.filter(({ calm, busy }) => calm !== worst && busy !== worst);
  }
  return found;
}

function conflictsOf(steps: readonly SteadyStep[]): Conflict[] {
  const sorted = [...steps].sort((a, b) => a.rate / a.step.nodes - b.rate / b.step.nodes);
  return sorted.flatMap((busy, i) =>
    sorted.slice(0, i).flatMap((calm) => {
      if (calm.step.nodes !== busy.step.nodes || calm.ca2 > busy.ca2) return [];
      const lead = leadOf(busy.histogram, calm.histogram);
      const chance = ERRORS * Math.sqrt(1 / busy.histogram.count + 1 / calm.histogram.count);
      return lead.share > SHARE + chance ? [{ calm, busy, lead }] : [];
    }),
  );
}

/** Largest difference of shares below a time, with the time in seconds, where the busier is ahead by more than the usual. */
function leadOf(busy: StepHistogram, calm: StepHistogram): Lead {
  let [fast, slow, at] = [0, 0, 0];
  let most: Lead = { share: 0, time: 0 };
  for (let i = 0; i < busy.times.length; i++) {
    fast += busy.counts[i]!;
    const time = busy.times[i]!;
    while (at < calm.times.length && calm.times[at]! <= time * FASTER) slow += calm.counts[at++]!;
    const share = fast / busy.count - slow / calm.count;
    if (share > most.share) most = { share, time };
  }
  return most;
}

function worstOf(conflicts: readonly Conflict[]): SteadyStep {
  const steps = [...new Set(conflicts.flatMap(({ calm, busy }) => [calm, busy]))];
  const count = (step: SteadyStep) => conflicts.filter(({ calm, busy }) => calm === step || busy === step).length;
  const most = Math.max(...steps.map(count));
  const alike = steps.filter((step) => count(step) === most);
  const tooFast = alike.find((step) => conflicts.some((one) => one.busy === step && hasFastErrors(one)));
  return tooFast ?? alike.find((step) => conflicts.some(({ calm }) => calm === step)) ?? alike[0]!;
}

/** Most of the calmer step's answers take longer than the time that the busier is ahead at: answers of another kind. */
const hasFastErrors = ({ calm, lead }: Conflict): boolean => lead.time * FASTER <= timeAtShare(calm.histogram, 0.05);

function reasonOf(worst: SteadyStep, conflicts: readonly Conflict[]): string {
  const fast = conflicts.filter(({ busy }) => busy === worst).sort((a, b) => b.lead.share - a.lead.share)[0];
  const slow = conflicts.find(({ calm }) => calm === worst);
  const p50 = ({ histogram }: SteadyStep) => `${digits(1000 * timeAtShare(histogram, 0.5))} ms`;
  if (slow !== undefined && (fast === undefined || !hasFastErrors(fast)))
    return `slower than a step of more arrivals: p50 ${p50(worst)} at ${digits(worst.rate)}/s, ${p50(slow.busy)} at ${digits(slow.busy.rate)}/s; something else was wrong, measure it again`;
  const { calm, lead } = fast!;
  return `${digits(100 * lead.share)} % more of its answers than at ${digits(calm.rate)}/s came within ${digits(1000 * lead.time)} ms: ${COUNTED_ERRORS}`;
}
