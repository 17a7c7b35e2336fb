/** One factor of the Korean sizing standard, as a row of its form. */
export interface StandardRow {
  readonly symbol: string;
  readonly korean: string;
  readonly english: string;
  readonly low: number;
  /** null: without an upper bound. */
  readonly high: number | null;
  readonly value: number;
  readonly ground: string;
}

export interface StandardPart {
  readonly item: 'cpu' | 'db' | 'memory' | 'system-disk' | 'data-disk' | 'iops';
  readonly title: { readonly korean: string; readonly english: string };
  readonly formula: string;
  readonly rows: readonly StandardRow[];
  readonly result: number;
  readonly unit: string;
}

export interface StandardForm {
  readonly standard: string;
  readonly parts: readonly StandardPart[];
  readonly measured: { readonly nodes: number; readonly servers: number; readonly peakRate: number; readonly sentence: string };
  readonly warnings: readonly string[];
}
