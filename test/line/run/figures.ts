import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import type { LineRun } from './line-run.ts';

/** What k6 says of a run that is cut while requests are under way. */
const CUT =
  /^No script iterations fully finished|was stopped because the VU iteration was interrupted$|^test run was aborted because k6 received/;

/** Counts of a run that must be the same on both lines. */
export function figuresOf({ folded, talk, pollHeaders }: LineRun) {
  const { users, thinking, lostPlaces, abandoned, redirects, errors, statuses, ended, problems, disagreements } = folded;
  return {
    people: { ...users, thinking, lostPlaces, abandoned, redirects },
    requests: requestsOf(folded),
    errors: Object.fromEntries(errors.map(({ step, cause, owner, count }) => [`${step}: ${cause} (${owner})`, count]).sort()),
    statuses: Object.fromEntries(statuses.map(({ status, count }) => [status, count])),
    admissions: counted(folded.admissions.map(({ lane }) => lane)),
    unadmitted: counted(folded.unadmitted.map(({ lane }) => lane)),
    log: {
      ended,
      problems: problems.examples,
      disagreements,
      talk: talk.filter((text) => !CUT.test(text)).map((text) => text.replace(/\d+/g, '…')),
    },
    pollHeaders,
  };
}

/** Requests and journeys by what became of them: both clocks hold all of them. */
function requestsOf({ samples, journeys }: FoldedRun): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (name: string, count: number): void => {
    counts[name] = (counts[name] ?? 0) + count;
  };
  for (const { step, outcome, clock, count } of samples) add(`${step} ${outcome}, clock ${clock}`, count);
  for (const { journey, outcome, phase, clock, count } of journeys) add(`journey ${journey} ${outcome}, ${phase}, clock ${clock}`, count);
  return counts;
}

/** Polls by phase of their intended start. */
export function phasesOf({ folded }: LineRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { step, phase, clock, count } of folded.samples) {
    if (step === 'queue-poll' && clock === 1) counts[phase] = (counts[phase] ?? 0) + count;
  }
  return counts;
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
