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
>;

/** The event loop is looked at 50 times a second. */
const SLOTS = 50;
const JOIN = 'queue-join';
/** Samples of requests that the end of the run left without an answer have no error. */
const UNFINISHED = 'unfinished';

/**
 * Sums of a whole log that do not agree, as sentences. Each holds exactly in the engine, whatever the target does, also with people who are
 * still there, requests under way, retries and places that were lost. To be asked of logs alone in which every VU came to its end.
 */
export function disagreements(log: Summed): string[] {
  const broken = [...people(log), ...waitingRoom(log), ...samples(log), ...errors(log), ...eventLoop(log)];
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
  const ended = counted(journeys, ({ outcome }) => outcome === 'ok');
  return [
    [came === users.arrived, `${came} arrivals started and ${users.arrived} people arrived`],
    [came <= due, `${came} arrivals started and ${due} were scheduled`],
    [countPacked(startLag) === came, `${countPacked(startLag)} starts were timed and ${came} arrivals started`],
    [journeyed === left, `${journeyed} journeys were timed and ${left} people left`],
    [ended === users.finished, `${ended} journeys came to their end and ${users.finished} people finished`],
  ];
}

/** Nothing holds where nobody ever joined a line. */
function waitingRoom({ samples: all, admissions, users, abandoned }: Summed): Sum[] {
  const joins = counted(all, ({ step }) => step === JOIN);
  const tickets = counted(all, ({ step, outcome }) => step === JOIN && outcome === 'ok');
  if (joins === 0 && admissions.length === 0) return [];
  const answered = users.arrived - users.inLine - users.failed;
  const inside = users.finished + users.active;
  return [
    [joins >= answered, `${joins} requests to join were measured and ${answered} people are past joining`],
    [tickets >= answered - abandoned, `${tickets} people got a ticket and ${answered - abandoned} went on from the line`],
    [admissions.length <= tickets, `${admissions.length} people were let in and ${tickets} got a ticket`],
    [admissions.length >= inside, `${admissions.length} people were let in and ${inside} came in`],
  ];
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
