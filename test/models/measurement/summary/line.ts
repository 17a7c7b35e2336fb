import type { Admission, Unadmitted } from '../../../../models/measurement/folded-run.ts';

/** A person of whom the room says when it let them in. */
export const admitted = (ticket: number, at: number, over: Partial<Admission> = {}): Admission => ({
  ...{
    lane: 'a',
    ticket,
    joined: 10_000 + ticket,
    announced: at - 10_000 - ticket,
    told: at,
    admitted: at,
    earliest: at,
    latest: at,
    disputed: false,
  },
  ...over,
});

/** A person of whom only the answers before and after are known. */
export const between = (ticket: number, earliest: number, latest: number, over: Partial<Admission> = {}): Admission =>
  admitted(ticket, latest, { earliest, latest, ...over });

/** A person who was never let in. */
export const unadmitted = (ticket: number, left: number, over: Partial<Unadmitted> = {}): Unadmitted => ({
  ...{ lane: 'a', ticket, joined: 10_000 + ticket, announced: 5_000, left, waiting: left },
  ...over,
});
