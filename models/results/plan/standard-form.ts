/** One factor of the Korean sizing standard, as a row of its form. */
export interface StandardRow {
  readonly symbol: string;
  readonly korean: string;
  readonly english: string;
  /** What the standard allows, such as `1.2–1.5`; `–` where it leaves the value open. */
  readonly range: string;
  /** null: has to be filled in. */
  readonly value: number | null;
  /** In Korean, as it is filed. */
  readonly ground: string;
}

export interface StandardPart {
  readonly item: 'cpu' | 'db' | 'memory' | 'system-disk' | 'data-disk' | 'iops';
  readonly title: { readonly korean: string; readonly english: string };
  /** With the weight of table 6-7 where there is one. */
  readonly formula: string;
  readonly rows: readonly StandardRow[];
  /** null while a row has to be filled in. */
  readonly result: number | null;
  /** What one server must have, with its ground; null where the result already is that of one server. Its value is null while something has to be filled in. */
  readonly perServer: { readonly value: number | null; readonly ground: string } | null;
  readonly unit: string;
}

/** A kind of server: WEB, WAS, DB, or several of them on one machine. */
export interface StandardServer {
  readonly name: string;
  /** null: has to be filled in. */
  readonly count: number | null;
  readonly countGround: string;
  /** Method of the standard by which the number of servers was found; null while it has to be filled in. */
  readonly method: string | null;
  readonly model: string | null;
  readonly parts: readonly StandardPart[];
}

/** A remark below the form, and the same for the terminal. */
export interface StandardNote {
  readonly korean: string;
  readonly english: string;
}

/** The form of TTAK.KO-10.0292, as a public project files it. */
export interface StandardForm {
  readonly standard: string;
  readonly project: string | null;
  readonly system: string | null;
  readonly architecture: string;
  /** What the reference method was applied to; null where it was not. */
  readonly reference: string | null;
  readonly servers: readonly StandardServer[];
  /** What the plan demands, beside the formulas. The sentence is Korean. */
  readonly measured: { readonly nodes: number; readonly servers: number; readonly peakRate: number; readonly sentence: string };
  readonly notes: readonly StandardNote[];
}
