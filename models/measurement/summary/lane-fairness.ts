import { kendallTau } from '../../statistics/kendall-tau.ts';
import { overtaken } from '../../statistics/overtaken.ts';
import type { Admission } from '../folded-run.ts';

/** How one lane kept its order. */
export interface LaneOrder {
  readonly lane: string;
  /** By ticket. */
  readonly people: readonly Admission[];
  readonly overtaken: number;
  readonly kendallTau: number | null;
}

/** Order of tickets against order of admission, lane by lane: people of different lanes do not stand in the same line. */
export function laneOrders(admissions: readonly Admission[]): LaneOrder[] {
  const lanes = new Map<string, Admission[]>();
  for (const admission of admissions) {
    const people = lanes.get(admission.lane);
    if (people === undefined) lanes.set(admission.lane, [admission]);
    else people.push(admission);
  }
  return [...lanes].map(([lane, people]) => {
    people.sort((a, b) => a.ticket - b.ticket || a.admitted - b.admitted);
    const admitted = people.map((person) => person.admitted);
    const tickets = people.map((person) => person.ticket);
    return { lane, people, overtaken: overtaken(admitted), kendallTau: kendallTau(tickets, admitted) };
  });
}
