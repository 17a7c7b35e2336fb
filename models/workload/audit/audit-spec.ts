/** An instant as a surge file gives it, resolved when the run is known. */
export type Instant =
  | { readonly at: number }
  /** Milliseconds since midnight on the day of the run, and the offset of that clock from UTC, milliseconds. */
  | { readonly timeOfDay: number; readonly offset: number }
  /** Milliseconds after second 0 of the run. */
  | { readonly after: number };

/** An option of an invariant: milliseconds, a number per second, a count, texts, or an instant. */
export type OptionValue = number | readonly string[] | Instant;

/** Where records of one kind are read after the run. */
export type RecordSource = {
  /** How the service calls a column, by our name for it. */
  readonly columns: Readonly<Record<string, string>>;
} & (
  | {
      readonly from: 'http';
      /** Name of a base address of the target, and the path behind it. */
      readonly base: string;
      readonly path: string;
      /** Values of secrets stand as `{{env:NAME}}`. */
      readonly headers: Readonly<Record<string, string>>;
      /** For all pages together, milliseconds. */
      readonly timeout: number;
    }
  | { readonly from: 'command'; readonly command: readonly string[]; readonly timeout: number }
  /** A path beside the surge file. */
  | { readonly from: 'file'; readonly path: string }
);

/** What is compared after a run with what the service keeps. */
export interface AuditSpec {
  /** By kind of record. */
  readonly records: Readonly<Record<string, RecordSource>>;
  readonly invariants: readonly { readonly name: string; readonly options: Readonly<Record<string, OptionValue>> }[];
  /** The team's words for what became of something, each with what it means. */
  readonly words: Readonly<Record<string, string>>;
}
