/** How a number came to be known; reports print it beside the number. */
export const QUANTITY_KINDS = ['stated', 'measured', 'derived', 'assumed'] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** A number that carries its unit and its ground, so that a reader can dispute it. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  /** Where the number is from: a publication, a measurement, or why it was assumed. */
  readonly source: string;
  readonly kind: QuantityKind;
}
