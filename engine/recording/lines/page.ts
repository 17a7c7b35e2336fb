import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import type { SecondLine, UserCounts } from '../../../models/workload/log/measurement-log.ts';

/** A person let in, and one who was not, as the log has them. */
export type Admission = NonNullable<SecondLine['admissions']>[number];
export type Leaver = NonNullable<SecondLine['unadmitted']>[number];
type DoubleTap = NonNullable<SecondLine['doubleTaps']>[number];

/** What has happened in the second under way, besides times, errors and traffic. */
export function blankPage() {
  return {
    scheduled: 0,
    started: 0,
    lostPlaces: 0,
    abandoned: 0,
    admissions: [] as Admission[],
    unadmitted: [] as Leaver[],
    journal: [] as JournalEntry[],
    doubleTaps: [] as DoubleTap[],
  };
}

export type Page = ReturnType<typeof blankPage>;

export const nothingBooked = () => ({ requests: 0, admissions: 0, unadmitted: 0, journal: 0 });

/** Adds a page to what has been booked in all. */
export function addPage(booked: ReturnType<typeof nothingBooked>, { admissions, unadmitted, journal }: Page): void {
  booked.admissions += admissions.length;
  booked.unadmitted += unadmitted.length;
  booked.journal += journal.length;
}

export interface LineParts {
  readonly vu: number;
  readonly second: number;
  readonly users: UserCounts;
  readonly page: Page;
  readonly journal: NonNullable<SecondLine['journal']>;
  readonly times: Required<Pick<SecondLine, 'startLag' | 'loopLag' | 'samples'>>;
  readonly errors: [number, string, string, number][];
  readonly traffic: Pick<SecondLine, 'statuses' | 'connections' | 'redirects'>;
}

/** A list of a line, left out when nothing happened. */
function unlessEmpty<Name extends string, Entry>(name: Name, list: readonly Entry[]): { [name in Name]?: readonly Entry[] } {
  return list.length > 0 ? ({ [name]: list } as { [name in Name]: readonly Entry[] }) : {};
}

/** The line of a second. */
export function lineOf({ vu, second, users, page, journal, times, errors, traffic }: LineParts): SecondLine {
  const { scheduled, started, lostPlaces, abandoned } = page;
  return {
    surgeproof: 'second',
    vu,
    second,
    scheduled,
    started,
    ...unlessEmpty('startLag', times.startLag),
    ...unlessEmpty('loopLag', times.loopLag),
    ...(lostPlaces > 0 ? { lostPlaces } : {}),
    ...(abandoned > 0 ? { abandoned } : {}),
    ...traffic,
    users,
    samples: times.samples,
    ...unlessEmpty('admissions', page.admissions),
    ...unlessEmpty('unadmitted', page.unadmitted),
    ...unlessEmpty('errors', errors),
    ...unlessEmpty('journal', journal),
    ...unlessEmpty('doubleTaps', page.doubleTaps),
  };
}
