/** How long a person takes between two steps, in milliseconds, as data. */
export type ThinkTimeSpec =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly p95: number };
