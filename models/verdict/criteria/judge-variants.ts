import type { PackedCells, Series, VariantSeries } from '../../measurement/folded-run.ts';
import { isTimed, isUnfinished, perSecond, total } from '../../measurement/judged-samples.ts';
import { countPacked, countPackedUntil, quantilePacked } from '../../measurement/packed-cells.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import { chanceExponent } from '../../statistics/chance-exponent.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { StepBudget } from '../../workload/surge/budget.ts';
import type { Step } from '../../workload/surge/surge.ts';
import { exactCriterion } from '../decision/exact-criterion.ts';
import type { JudgeInput } from '../judge-input.ts';

/** Chance that any part of a healthy step is called broken. */
const CHANCE = 1e-4;
/** A step keeps its limit on p95 while a twentieth is over it. */
const BEYOND_P95 = 0.05;

/** One part of a step: requests by second, and those of them beyond a limit. */
interface Counted {
  readonly requests: readonly number[];
  readonly beyond: readonly number[];
}

/**
 * Parts of a step, by the tags of its requests, that break the limits of the whole beyond chance: of one card issuer in thirty every payment may
 * fail, and the step keeps its limit. Only parts that do are stated. A pause of the service slows whatever falls into it, so a part must
 * be beyond the limit in both halves of its time.
 */
export function judgeVariants(step: Step, budget: StepBudget, { folded }: Pick<JudgeInput, 'folded'>): CriterionResult[] {
  const own = folded.variants.filter((one) => one.step === step.name && one.judged && one.clock === 1 && !isUnfinished(one.outcome));
  const parts = Object.entries(step.tags).flatMap(([tag, values]) =>
    values.map((value) => ({ tag, value, series: own.filter((one) => one.tag === tag && one.value === value) })),
  );
  const proof = Math.log((2 * parts.length) / CHANCE);
  return parts.flatMap(({ tag, value, series }) => {
    const named = { id: `budgets.${step.name}.${tag}.${value}`, subject: step.name, title: `${step.title} (${tag}: ${value})` };
    return [...errorsOf(named, series, budget, proof), ...slowOf(named, series, budget, proof)];
  });
}

type Named = Pick<CriterionResult, 'id' | 'subject' | 'title'>;

function errorsOf(named: Named, series: readonly VariantSeries[], { errorShare: limit }: StepBudget, proof: number): CriterionResult[] {
  if (limit === null) return [];
  const failed = perSecond(series.filter(({ outcome }) => outcome !== 'ok'));
  const counts = countedBy(series, (second) => countPacked(failed.get(second) ?? new Uint32Array()));
  if (!isBroken(counts, limit, proof)) return [];
  const [samples, errors] = [sum(counts.requests), sum(counts.beyond)];
  const statement = {
    ...named,
    id: `${named.id}.errorShare`,
    kind: 'errors',
    statistic: 'errorShare',
    unit: 'share',
    operator: '<=',
  } as const;
  return [{ ...exactCriterion({ ...statement, value: errors / samples, limit, samples }), interval: wilson(errors, samples) }];
}

function slowOf(named: Named, all: readonly VariantSeries[], { p95: limit }: StepBudget, proof: number): CriterionResult[] {
  if (limit === null) return [];
  const series = all.filter(({ outcome }) => isTimed(outcome));
  const counts = countedBy(series, (_, cells) => countPacked(cells) - countPackedUntil(cells, limit));
  if (!isBroken(counts, BEYOND_P95, proof)) return [];
  const statement = { ...named, id: `${named.id}.p95`, kind: 'latency', statistic: 'p95', unit: 'ms', operator: '<=' } as const;
  return [exactCriterion({ ...statement, value: quantilePacked(total(series), 0.95), limit, samples: sum(counts.requests) })];
}

function countedBy(series: readonly Series[], beyond: (second: number, cells: PackedCells) => number): Counted {
  const seconds = [...perSecond(series)];
  return { requests: seconds.map(([, cells]) => countPacked(cells)), beyond: seconds.map(([second, cells]) => beyond(second, cells)) };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function isBroken({ requests, beyond }: Counted, share: number, proof: number): boolean {
  const all = sum(requests);
  if (all === 0 || chanceExponent(all, sum(beyond), share) < proof) return false;
  let [half, before] = [0, 0];
  while (before < all / 2) before += requests[half++]!;
  const isOver = (from: number, to: number): boolean => sum(beyond.slice(from, to)) > share * sum(requests.slice(from, to));
  return half < requests.length && isOver(0, half) && isOver(half, requests.length);
}
