import { lineOrder, type PeopleInLine } from '../../statistics/line-order.ts';
import type { Admission, FoldedRun, Unadmitted } from '../folded-run.ts';

/** Without tickets of its own, a lane is ordered by joining: of two people who joined closer together than this nobody knows who was first. Milliseconds. */
const JOINING_TOGETHER = 1_000;

/** How one lane kept its order. */
export interface LaneOrder {
  readonly lane: string;
  /** Those let in, by place. */
  readonly people: readonly Admission[];
  readonly unadmitted: readonly Unadmitted[];
  readonly overtaken: number;
  /** Those overtaken who were never let in. */
  readonly never: number;
  readonly kendallTau: number | null;
  /** The order is unknown: tickets were given twice, or not one pair of people can be compared, although they were not let in together. */
  readonly isOpen: boolean;
}

type Line = Pick<FoldedRun, 'admissions' | 'unadmitted'>;

/**
 * Order of places against order of admission, lane by lane: people of different lanes do not stand in the same line. Whoever was never
 * let in was overtaken by everybody behind who was, as long as the answer was still *waiting*.
 */
export function laneOrders({ admissions, unadmitted }: Line): LaneOrder[] {
  const lanes = new Set([...admissions, ...unadmitted].map(({ lane }) => lane));
  const [letIn, left] = [byLane(admissions), byLane(unadmitted)];
  return [...lanes].map((lane) => laneOrder(lane, letIn.get(lane) ?? [], left.get(lane) ?? []));
}

function byLane<Person extends { readonly lane: string }>(people: readonly Person[]): Map<string, Person[]> {
  const lanes = new Map<string, Person[]>();
  for (const person of people) {
    const known = lanes.get(person.lane);
    if (known === undefined) lanes.set(person.lane, [person]);
    else known.push(person);
  }
  return lanes;
}

function laneOrder(lane: string, people: Admission[], unadmitted: readonly Unadmitted[]): LaneOrder {
  const everybody = [...people, ...unadmitted];
  const tickets = everybody.map(({ ticket }) => ticket);
  const hasTickets = tickets.every((ticket) => ticket >= 0);
  const isRepeated = hasTickets && new Set(tickets).size < tickets.length;
  const instants = instantsOf(people, unadmitted);
  const places = [...(hasTickets ? [byTicket(tickets)] : []), ...(!hasTickets || isRepeated ? [byJoining(everybody)] : [])];
  const [order] = places.map((place) => lineOrder({ ...place, ...instants })).sort((a, b) => b.overtaken - a.overtaken);
  const together = hasTickets && unadmitted.length === 0 && people.every(({ earliest, latest }) => earliest === latest);
  people.sort((a, b) => (hasTickets ? a.ticket - b.ticket : a.joined - b.joined) || a.admitted - b.admitted);
  return { lane, people, unadmitted, ...order!, isOpen: isRepeated || (order!.kendallTau === null && !together) };
}

type Places = Pick<PeopleInLine, 'from' | 'to'>;

function byTicket(tickets: readonly number[]): Places {
  const places = Float64Array.from(tickets);
  return { from: places, to: places };
}

/**
 * A room that gives no tickets is held to the order of joining, as far as that is certain. So is one that gives the same ticket twice: then
 * joining can prove that the order was broken, and not that it was kept.
 */
function byJoining(people: readonly (Admission | Unadmitted)[]): Places {
  const from = Float64Array.from(people, ({ joined }) => joined);
  const to = Float64Array.from(people, ({ joined, ticket }) => Math.max(joined + JOINING_TOGETHER, -ticket));
  return { from, to };
}

function instantsOf(people: readonly Admission[], unadmitted: readonly Unadmitted[]): Pick<PeopleInLine, 'earliest' | 'latest'> {
  const earliest = new Float64Array(people.length + unadmitted.length);
  const latest = new Float64Array(earliest.length).fill(Number.POSITIVE_INFINITY);
  people.forEach((person, i) => {
    earliest[i] = person.earliest;
    latest[i] = person.latest;
  });
  unadmitted.forEach(({ waiting }, i) => {
    earliest[people.length + i] = waiting;
  });
  return { earliest, latest };
}
