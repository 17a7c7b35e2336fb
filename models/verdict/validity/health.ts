/** A value with its limits; without a value the rule could not be checked. */
export interface Health {
  readonly value: number | null;
  readonly samples: number;
  readonly limit: number;
  readonly warn: number;
}
