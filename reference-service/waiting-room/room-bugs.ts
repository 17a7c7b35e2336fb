/** Mistakes that real waiting rooms have made: places were forgotten, and the same wait was announced to everybody. */
export const ROOM_BUGS = ['lost-place', 'eta-constant'] as const;
export type RoomBug = (typeof ROOM_BUGS)[number];

/** The mistake of a room among those of its service; null when the mistake lies elsewhere. */
export const roomBugOf = (bug: string | null | undefined): RoomBug | null => ROOM_BUGS.find((one) => one === bug) ?? null;

/** One ticket of so many is lost. */
const LOSES_ONE_OF = 20;
/** Milliseconds, whoever asks. */
const ANNOUNCES = 60_000;

/** Whether the room forgets this ticket. */
export const forgets = (bug: RoomBug | null | undefined, ticket: number): boolean => bug === 'lost-place' && ticket % LOSES_ONE_OF === 0;

/** The wait that is announced in place of the expected one. */
export const announced = (bug: RoomBug | null | undefined, waitMs: number): number => (bug === 'eta-constant' ? ANNOUNCES : waitMs);
