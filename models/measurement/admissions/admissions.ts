import type { HeadLine, SecondLine } from '../../workload/log/measurement-log.ts';
import type { Admission, Unadmitted } from '../folded-run.ts';
import { agrees, CLOCK_TOLERANCE, clockOffset } from './clock-offset.ts';

type Admissions = NonNullable<SecondLine['admissions']>;
type Leavers = NonNullable<SecondLine['unadmitted']>;

/**
 * Admissions by name of the lane, sorted. The waiting room is not believed: the instant it names stands where it agrees with the last
 * answer that said *waiting* and the first that said *admitted*; elsewhere those two are all that is known.
 */
export function namedAdmissions(admissions: Admissions, { lanes }: Pick<HeadLine, 'lanes'>): Admission[] {
  const known = admissions.filter(([lane]) => lane < lanes.length).sort(byNumbers);
  const claims = known.flatMap(([, , , , , gap, since]) => (since === null ? [] : [{ gap, since }]));
  const offset = clockOffset(claims);
  // Where some instants are the word of the room, the bounds of the others must be as coarse as its word may be.
  const coarse = claims.length === 0 ? 0 : CLOCK_TOLERANCE;
  return known.map(([lane, ticket, joined, told, announced, gap, since]) => {
    const isExact = since !== null && agrees({ gap, since }, offset);
    const instant = isExact ? exact(told - since - offset) : bounded(told, gap, since, coarse);
    return { ...{ lane: lanes[lane]!, ticket, joined, announced, told }, ...instant, disputed: since !== null && !isExact };
  });
}

type Instant = Pick<Admission, 'admitted' | 'earliest' | 'latest'>;

const exact = (admitted: number): Instant => ({ admitted, earliest: admitted, latest: admitted });

function bounded(told: number, gap: number, since: number | null, coarse: number): Instant {
  const admitted = since === null ? told : Math.min(told, Math.max(told - gap, told - since));
  return { admitted, earliest: told - gap - coarse, latest: told + coarse };
}

/** People who left the line without being let in, or stood there when the run ended, sorted. */
export function namedUnadmitted(unadmitted: Leavers, { lanes }: Pick<HeadLine, 'lanes'>): Unadmitted[] {
  const known = unadmitted.filter(([lane]) => lane < lanes.length).sort(byNumbers);
  return known.map(([lane, ticket, joined, left, announced, gap]) => {
    return { lane: lanes[lane]!, ticket, joined, left, announced, waiting: left - gap };
  });
}

function byNumbers(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = (a[i] ?? -1) - (b[i] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}
