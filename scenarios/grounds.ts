import type { BudgetDefinition, Quantity, ThinkTimeSpec } from '../surgeproof.ts';

/** A think time with the ground of its numbers. */
export type SourcedThinkTime = ThinkTimeSpec & { readonly ground: Pick<Quantity, 'source' | 'kind'> };

export const assumed = (source: string) => ({ ground: { source, kind: 'assumed' } }) as const;
export const derived = (source: string) => ({ ground: { source, kind: 'derived' } }) as const;

/** Ground of the latency budgets of services of which nobody publishes any. */
export const assumedBudget = {
  source: 'table of latency budgets (docs/reference/budgets.md), anchored to the 3 s habit of public tenders',
  kind: 'assumed',
} as const satisfies BudgetDefinition;
