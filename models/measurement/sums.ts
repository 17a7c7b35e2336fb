import type { FoldedRun, Series } from './folded-run.ts';
import { countPacked } from './packed-cells.ts';

/** What the sums are taken of. */
export type Summed = Pick<
  FoldedRun,
  | 'scheduled'
  | 'started'
  | 'users'
  | 'startLag'
  | 'loopLag'
  | 'samples'
  | 'journeys'
  | 'variants'
  | 'admissions'
  | 'abandoned'
  | 'errors'
  | 'vus'
  | 'booked'
  | 'journal'
  | 'lostPlaces'
  | 'statuses'
  | 'redirects'
  | 'unadmitted'
>;

/** The event loop is looked at 50 times a second. */
const SLOTS = 50;
const JOIN = 'queue-join';
/** Samples of requests that the end of the run left without an answer have no error. */
const UNFINISHED = 'unfinished';
/** Entries of the journal to which no answer came: the request may not have been made yet. */
const UNANSWERED = 'unknown';

/**
 * Sums of a whole log that do not agree, as sentences. Each holds exactly in the engine, whatever the target does, also with people who are
 * still there, requests under way, retries and places that were lost. To be asked of logs alone in which every VU came to its end.
 */
export function disagreements(log: Summed): string[] {
  const broken = [...people(log), ...waitingRoom(log), ...samples(log), ...errors(log), ...eventLoop(log), ...journal(log), ...booked(log)];
  return broken.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

type Sum = readonly [holds: boolean, sentence: string];

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Samples of the response clock: one each. */
function counted<One extends Series>(series: readonly One[], which: (one: One) => boolean = () => true): number {
  return series.filter((one) => one.clock === 1 && which(one)).reduce((sum, { count }) => sum + count, 0);
}

function people({ scheduled, started, users, startLag, journeys }: Summed): Sum[] {
  const [due, came] = [total(scheduled), total(started)];
  const left = users.arrived - users.inLine - users.active;
  const journeyed = counted(journeys);
  const how = (...outcomes: string[]): number => counted(journeys, ({ outcome }) => outcomes.includes(outcome));
  const { finished, turnedAway = 0, lostPatience = 0, gaveUp, failed } = users;
  return [
    [came === users.arrived, `${came} arrivals started and ${users.arrived} people arrived`],
    [came <= due, `${came} arrivals started and ${due} were scheduled`],
    [countPacked(startLag) === came, `${countPacked(startLag)} starts were timed and ${came} arrivals started`],
    [journeyed === left, `${journeyed} journeys were timed and ${left} people left`],
    [how('ok') === finished, `${how('ok')} journeys came to their end and ${finished} people finished`],
    [how('rejected') === turnedAway, `${how('rejected')} journeys were turned away and ${turnedAway} people`],
    [how('timeout') === lostPatience, `${how('timeout')} journeys ended for want of patience and ${lostPatience} people lost it`],
    [how('failed') === gaveUp + failed, `${how('failed')} journeys failed and ${gaveUp + failed} people gave up or were stopped`],
  ];
}

/** Nothing holds where nobody ever joined a line. */
function waitingRoom({ samples: all, admissions, unadmitted, users, abandoned, lostPlaces }: Summed): Sum[] {
  const joins = counted(all, ({ step }) => step === JOIN);
  const tickets = counted(all, ({ step, outcome }) => step === JOIN && outcome === 'ok');
  if (joins === 0 && admissions.length === 0) return [];
  const answered = users.arrived - users.inLine - users.failed;
  const inside = users.finished + users.active;
  // Each ticket ends: its person is let in, or not, or the room forgets it, or the surge file throws.
  const [ends, kept] = [admissions.length + unadmitted.length, tickets - lostPlaces];
  return [
    [joins >= answered, `${joins} requests to join were measured and ${answered} people are past joining`],
    [tickets >= answered - abandoned, `${tickets} people got a ticket and ${answered - abandoned} went on from the line`],
    [ends <= kept && ends >= kept - users.failed, `${ends} people were let in, left the line or stood there, and ${kept} got a ticket`],
    [admissions.length >= inside, `${admissions.length} people were let in and ${inside} came in`],
  ];
}

/** Whoever notes what a step answered has made it. One request may have several entries, so people are counted. */
function journal({ journal: entries, samples: all }: Summed): Sum[] {
  const people = new Map<string, Set<number>>();
  for (const { step, person, status } of entries) if (status !== UNANSWERED) people.set(step, (people.get(step) ?? new Set()).add(person));
  return [...people].map(([step, { size }]) => {
    const made = counted(all, (one) => one.step === step);
    return [size <= made, `step ${step}: ${size} people have entries in the journal and ${made} requests were measured`];
  });
}

/** What is there and what the VUs say that they wrote; an answer on the wire for each request that got a good one. */
function booked({ booked: said, journal: entries, samples: all, admissions, unadmitted, statuses, redirects }: Summed): Sum[] {
  const answers = statuses.reduce((sum, { count }) => sum + count, 0) - redirects;
  const good = counted(all, ({ outcome }) => outcome === 'ok');
  const there = { requests: counted(all), admissions: admissions.length, unadmitted: unadmitted.length, journal: entries.length };
  const written = (['requests', 'admissions', 'unadmitted', 'journal'] as const).map((name): Sum => {
    return [said === null || said[name] === there[name], `${name}: ${there[name]} are there and ${said?.[name]} were written`];
  });
  return [...written, [answers >= good, `${answers} answers have a status and ${good} requests a good answer`]];
}

/** Every request and journey is timed by both clocks. */
function samples({ samples: steps, journeys, variants }: Summed): Sum[] {
  const counts = new Map<string, number>();
  const add = (name: string, { outcome, phase, clock, count }: Series): void => {
    const key = `${name}, ${outcome}, ${phase}`;
    counts.set(key, (counts.get(key) ?? 0) + (clock === 1 ? count : -count));
  };
  for (const one of steps) add(`step ${one.step}`, one);
  for (const one of journeys) add(`journey ${one.journey}`, one);
  for (const one of variants) add(`step ${one.step} with ${one.tag} ${one.value}`, one);
  return [...counts].map(([key, difference]) => [difference === 0, `${key}: service and response times differ in number by ${difference}`]);
}

/** A request that failed has its cause among the errors; so may other mishaps. */
function errors({ samples: all, errors: causes }: Summed): Sum[] {
  const failed = new Map<string, number>();
  for (const { step, outcome, clock, count } of all) {
    if (clock === 1 && outcome !== 'ok' && outcome !== UNFINISHED) failed.set(step, (failed.get(step) ?? 0) + count);
  }
  return [...failed].map(([step, requests]) => {
    const explained = causes.filter((one) => one.step === step).reduce((sum, { count }) => sum + count, 0);
    return [explained >= requests, `step ${step}: ${requests} requests failed and ${explained} causes are there`];
  });
}

/** One value a slot of 20 ms, however late it was seen. */
function eventLoop({ loopLag, vus }: Summed): Sum[] {
  const seen = countPacked(loopLag);
  const due = SLOTS * vus.reduce((sum, { lastSecond }) => sum + lastSecond, 0);
  return [[seen >= due && seen <= due + SLOTS * vus.length, `the event loop was timed ${seen} times, in seconds with ${due} slots`]];
}
