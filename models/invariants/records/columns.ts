/** What became of something that was asked for, in the words of the invariants; a team says in `audit.words` which of its own mean them. */
export const STATUSES = ['accepted', 'refused', 'wrong', 'late', 'cancelled', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** A column of records. Money and other amounts are numbers; times have a zone and are milliseconds once they are read. */
export interface Column {
  readonly type: 'text' | 'number' | 'time' | 'flag' | 'status';
  readonly says: string;
  /** A row may have nothing here, which then means something; `says` tells what. */
  readonly mayBeEmpty?: true;
}

interface ValuesByType {
  readonly text: string;
  readonly number: number;
  readonly time: number;
  readonly flag: boolean;
  readonly status: Status;
}

/** A value of a column, read and checked. */
export type ValueOf<Of extends Column> = ValuesByType[Of['type']] | (Of extends { readonly mayBeEmpty: true } ? null : never);

export type Columns = Readonly<Record<string, Column>>;

/** A kind of record that a service keeps. */
export interface KindOfRecord {
  readonly says: string;
  /** They come about while people use the service, so that those of other runs must be told apart. Other records tell how things stand. */
  readonly events: boolean;
  readonly columns: Columns;
}

/** One record, its columns not known to the compiler. A column that the service does not give is left out. */
export type AnyRow = Readonly<Record<string, string | number | boolean | null>>;
