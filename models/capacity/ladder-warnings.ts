import type { ComparedModel } from './compare-models.ts';
import { digits } from './gate/number-pair.ts';
import { type NodeWorld, saturationRate } from './laws/node-world.ts';
import type { NodeScaling } from './node-scaling.ts';
import { limitSentence, type SharedLimit } from './shared-limit.ts';
import type { MeasuredSteps } from './steps/resample-steps.ts';

interface Ladder {
  readonly mostNodes: number;
  readonly measured: MeasuredSteps;
  readonly scaling: NodeScaling;
  readonly models: readonly ComparedModel[];
  readonly best: NodeWorld;
  readonly unbounded: boolean;
  readonly limit: SharedLimit | null;
}

/** Calmest and busiest utilisation of a ladder that shows service and capacity. */
const CALM = 0.5;
const NEAR = 0.7;
/** Utilisation of the busiest resource where nodes saturate: below it another part is the limit. */
const BUSY = 0.8;

/** What a reader of a fit must know: which part of the ladder is missing, and what that does to the answer. */
export function ladderWarnings(ladder: Ladder): string[] {
  return [...utilisationWarnings(ladder), ...nodeWarnings(ladder), ...modelWarnings(ladder.models), ...spacingWarnings(ladder)];
}

function utilisationWarnings({ measured: { steady, saturated, mostPerNode }, best, unbounded }: Ladder): string[] {
  const busy = steady.map(({ rate, step }) => rate / saturationRate(best, step.nodes));
  const [calmest, busiest] = [Math.min(...busy), Math.max(...busy)];
  const most = saturationRate(best, 1);
  const found: string[] = [];
  const far = saturated.length === 0 && (unbounded || busiest < NEAR);
  if (far) {
    const bound =
      mostPerNode === null
        ? `so what a node can do is known from its waits alone, and taken as ${digits(most)}/s${unbounded ? ', the least that explains them' : ''}`
        : `so what a node can do, ${digits(most)}/s, rests on its utilisation`;
    found.push(`no step came near saturation (the busiest is at ${percent(busiest)} of it), ${bound}; measure higher rates`);
  }
  if (calmest > CALM)
    found.push(`the calmest step already has a utilisation of ${percent(calmest)}: its waits count as service; measure a lower rate`);
  if (!far && mostPerNode !== null && most < BUSY * mostPerNode)
    found.push(
      `a node saturates at ${digits(most)}/s while its busiest resource is in use to ${percent(most / mostPerNode)}: another part of it, such as a pool of threads or connections, is the limit`,
    );
  return found;
}

function nodeWarnings({ mostNodes: most, scaling, limit, best }: Ladder): string[] {
  if (!scaling.levels) return [`nodes are taken to add up: measured with at most ${most}; saturate 1, 2 and 4 nodes to know`];
  if (limit !== null) return [limitSentence(limit)];
  if (scaling.kind === 'adds up') return [];
  const share = saturationRate(best, most) / (most * saturationRate(best, 1));
  const doubt = scaling.certain ? '' : ', or share something that saturates: the steps do not tell, so saturate more nodes';
  return [`nodes hinder each other: ${most} do ${percent(share)} of ${most} times one, and further ones add less and less${doubt}`];
}

function modelWarnings([winner, ...others]: readonly ComparedModel[]): string[] {
  const best = others.reduce((least, one) => ((one.aicc ?? Infinity) < (least.aicc ?? Infinity) ? one : least), winner!);
  if (best === winner) return [];
  return [
    `${best.name} explains the steps better (AICc), ${winner!.name} predicts the left-out top step better; the number of nodes is that of the queue, the others only show how far models differ`,
  ];
}

const spacingWarnings = ({ measured: { steady } }: Ladder): string[] =>
  new Set(steady.map((step) => step.ca2)).size > 1 ? ['even and Poisson spacing are mixed: each step is fitted with its own'] : [];

const percent = (share: number) => `${digits(100 * share)} %`;
