import type { INVARIANTS, InvariantName } from '../../invariants/catalogue.ts';
import type { OptionSpec } from '../../invariants/options.ts';
import type { Status } from '../../invariants/records/columns.ts';
import type { ColumnOf, Kind } from '../../invariants/records/kinds.ts';
import type { Duration, Rate } from '../units/units.ts';

interface GivenByKind {
  /** `'17:30+09:00'` on the day of the run, `'2026-11-30T17:30:00+09:00'`, or `'40 s'` after its start. */
  readonly instant: string;
  readonly duration: Duration;
  readonly rate: Rate;
  readonly count: number;
  readonly texts: readonly string[];
}

type Given<Spec extends OptionSpec> = GivenByKind[Spec['kind']];
type Required<Of> = { readonly [Name in keyof Of as Of[Name] extends { readonly unless: unknown } ? never : Name]: Of[Name] };
type Left<Of> = { readonly [Name in keyof Of as Of[Name] extends { readonly unless: unknown } ? Name : never]?: Of[Name] };
type Values<Of> = { readonly [Name in keyof Of]: NonNullable<Of[Name]> extends OptionSpec ? Given<NonNullable<Of[Name]>> : never };

type OptionsOf<Name extends InvariantName> = Values<Required<(typeof INVARIANTS)[Name]['options']>> &
  Values<Left<(typeof INVARIANTS)[Name]['options']>>;

/** An invariant by its name, with its options where it has any: `{ name: 'late-is-never-accepted', deadline: '17:30+09:00' }`. */
export type InvariantDefinition = {
  [Name in InvariantName]: ({ readonly name: Name } & OptionsOf<Name>) | (object extends OptionsOf<Name> ? Name : never);
}[InvariantName];

/** Where the records of one kind are read after the run; `{since}` in a path or a command stands for the start of the run. */
export type RecordsDefinition<Of extends Kind> = {
  /** How the service calls a column, where it calls it otherwise: `{ receipt: 'receipt_no' }`. */
  readonly columns?: { readonly [Name in ColumnOf<Of>]?: string };
} & (
  | {
      /** A path of the target. */
      readonly http: string;
      /** Name of another base address of the target (`urls` in k6.config.ts). */
      readonly base?: string;
      /** Secrets by `env('NAME')`. */
      readonly headers?: Readonly<Record<string, string>>;
      /** For all pages together; 60 s unless given. */
      readonly timeout?: Duration;
    }
  /** A program and its arguments, started in the folder of the surge file; it prints the records. */
  | { readonly command: readonly string[]; readonly timeout?: Duration }
  /** A path beside the surge file. */
  | { readonly file: string }
);

/** What is compared after a run with what the service keeps. */
export interface AuditDefinition {
  readonly records: { readonly [Of in Kind]?: RecordsDefinition<Of> };
  readonly invariants: readonly InvariantDefinition[];
  /** The service's own words for what became of something: `{ accepted: ['DONE'], late: ['CUT_OFF'] }`. */
  readonly words?: { readonly [Meaning in Status]?: readonly string[] };
}
