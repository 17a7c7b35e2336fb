import type { ClientSide } from './client-side.ts';
import type { Found } from './examine.ts';
import type { OptionSpecs, OptionValues } from './options.ts';
import type { ColumnOf, Kind, RowOf } from './records/kinds.ts';

/** The records that an invariant looks at, and the columns of them that it reads. */
export type Needs = { readonly [Of in Kind]?: readonly ColumnOf<Of>[] };

/** What an invariant is given: records with these columns, what people were answered, and its options. */
export interface Given<Needed extends Needs, Options extends OptionSpecs> {
  readonly records: {
    readonly [Of in keyof Needed & Kind]-?: readonly RowOf<Of, NonNullable<Needed[Of]>[number] & ColumnOf<Of>>[];
  };
  readonly client: ClientSide;
  readonly options: OptionValues<Options>;
}

/** One statement that must hold exactly. */
export interface InvariantSpec<Needed extends Needs, Options extends OptionSpecs> {
  /** The rule, as a sentence without its full stop. */
  readonly says: string;
  readonly needs: Needed;
  /** It compares the records with the answers that people got, as the surge notes them. */
  readonly journal?: true;
  /** It holds only against everything that was sent: a log of which a part is missing cannot tell. */
  readonly whole?: true;
  /** Facts that the surge must note with `user.journal`. */
  readonly facts?: readonly string[];
  readonly options: Options;
  readonly check: (given: Given<Needed, Options>) => Found;
}

/** Lets the compiler see which columns and options an invariant has. */
export const invariant = <const Needed extends Needs, const Options extends OptionSpecs>(
  spec: InvariantSpec<Needed, Options>,
): InvariantSpec<Needed, Options> => spec;
