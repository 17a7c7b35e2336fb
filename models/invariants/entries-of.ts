import type { ClientEntry, ClientSide } from './client-side.ts';
import type { Status } from './records/columns.ts';

/** What people were answered with one of these words, as far as the surge noted this fact of it. */
export const entriesOf = ({ entries }: ClientSide, statuses: readonly Status[], fact: string): ClientEntry[] =>
  entries.filter(({ status, facts }) => statuses.includes(status) && facts[fact] !== undefined);
