import type { ClientEntry, ClientPlace, ClientSide, StepTotal } from '../../../models/invariants/client-side.ts';
import { statusOf } from '../../../models/invariants/records/words.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { WAITING_ROOM_STEPS } from '../../../models/workload/surge/waiting-room-steps.ts';

/** Answers that reached the client; the others may have been counted by the service or not. */
const ANSWERED = new Set(['ok', 'rejected', 'failed']);
const RESPONSE = 1;
const MOST_TOLD = 5;

/** The people's side of a run, and what keeps it from being compared. */
export interface KnownClient {
  readonly client: ClientSide;
  readonly journalProblem: string | null;
}

function stepTotals({ samples }: FoldedRun): StepTotal[] {
  const totals = new Map<string, { sent: number; answered: number }>();
  const room = new Set(WAITING_ROOM_STEPS.map(({ name }) => name));
  for (const { step, outcome, clock, count } of samples) {
    if (clock !== RESPONSE || room.has(step)) continue;
    const total = totals.get(step) ?? { sent: 0, answered: 0 };
    totals.set(step, { sent: total.sent + count, answered: total.answered + (ANSWERED.has(outcome) ? count : 0) });
  }
  return [...totals].map(([step, total]) => ({ step, ...total }));
}

const placeOf = ({ lane, ticket }: ClientPlace): ClientPlace => ({ lane, ticket });

function journalProblem({ journal }: FoldedRun, words: Readonly<Record<string, string>>): string | null {
  if (journal.length === 0) return 'No answer was noted; let the journeys note them with user.journal.';
  const unknown = new Set(journal.filter(({ status }) => statusOf(status, words) === null).map(({ status }) => status));
  if (unknown.size === 0) return null;
  const told = [...unknown].slice(0, MOST_TOLD).map((word) => JSON.stringify(word.slice(0, 40)));
  return `People were answered ${told.join(', ')}${unknown.size > MOST_TOLD ? ' and more' : ''}, of which audit.words says nothing.`;
}

/**
 * What the people of a run saw, in the words of the invariants.
 *
 * @param readAt Unix milliseconds
 */
export function knownClient(folded: FoldedRun, words: Readonly<Record<string, string>>, readAt: number): KnownClient {
  const { journal, admissions, unadmitted, head } = folded;
  const entries = journal.flatMap((entry): ClientEntry[] => {
    const status = statusOf(entry.status, words);
    return status === null ? [] : [{ ...entry, status }];
  });
  const admitted = admissions.map(placeOf);
  const places = [...admitted, ...unadmitted.map(placeOf)].filter(({ ticket }) => ticket >= 0);
  const client = { entries, admitted, places, totals: stepTotals(folded), startedAt: head?.startedAt ?? Number.NaN, readAt };
  return { client, journalProblem: journalProblem(folded, words) };
}
