import { mustBe } from '../../numeric/must-be.ts';
import { unstableLoad } from '../../numeric/unstable-load.ts';
import { Refusal } from '../../refusal.ts';

export interface RetrialArguments {
  /** λ, first attempts per unit of time. */
  readonly arrivalRate: number;
  /** μ, completions per unit of time of one busy server. */
  readonly serviceRate: number;
  /** Retries per unit of time of each person in orbit. */
  readonly retryRate: number;
  readonly servers: number;
  /** Probability of giving up after a failed retry; never after the first attempt. */
  readonly leaveProbability?: number;
}

export interface RetrialAnswer {
  /** Mean number of people between two attempts. */
  readonly meanOrbit: number;
  /** Share of time, and of first attempts, with all servers busy. */
  readonly allBusy: number;
  readonly meanBusy: number;
  /** Share of arrivals that give up. */
  readonly lost: number;
}

/** Product of orbit size and servers that is tried at most: about two seconds of work. */
const MOST_WORK = 40_000_000;

/**
 * M/M/c with retrials: there is no queue; a customer who finds all servers busy tries again after an exponential pause. Used for clients
 * that poll or retry instead of queueing.
 *
 *   states (busy b ≤ c, in orbit j); λ, bμ, and jν: a retry that finds a free server is served, else it stays or, with p, gives up
 *
 *   λ  arrival rate, 1/time   μ  service rate, 1/time   ν  retry rate a person, 1/time   p  leave probability
 *
 * The orbit only grows from b = c, so level j + 1 is a known row times P(c busy, j in orbit); the rows are found downwards from a cut J
 * by one tridiagonal solve each, all terms positive, and J is doubled until the mean orbit stands still at 1e-10.
 * Source: Falin and Templeton, Retrial Queues, 1997; its M/M/1 mean is ρ/(1 − ρ)·(ρ + λ/ν). Valid for: Poisson arrivals, exponential service and pauses.
 * Refuses (`unstable`) λ ≥ cμ unless people leave.
 * @example retrial({ arrivalRate: 0.5, serviceRate: 1, retryRate: 2, servers: 1 }).meanOrbit // => 0.750000
 */
export function retrial(args: RetrialArguments): RetrialAnswer {
  const { arrivalRate, serviceRate, retryRate, servers, leaveProbability = 0 } = args;
  mustBe.positive('arrivalRate', arrivalRate);
  mustBe.positive('serviceRate', serviceRate);
  mustBe.positive('retryRate', retryRate);
  mustBe.whole('servers', servers);
  mustBe.share('leaveProbability', leaveProbability);
  const load = arrivalRate / serviceRate;
  if (leaveProbability === 0 && load >= servers) throw unstableLoad(servers, load);
  const queue = { arrivalRate, serviceRate, retryRate, servers, leaveProbability };
  let cut = 64;
  let answer = truncated(queue, cut);
  for (;;) {
    cut *= 2;
    if (cut * servers > MOST_WORK)
      throw new Refusal('no-answer', `the orbit does not settle below ${cut} people; give more servers or a larger retryRate`);
    const next = truncated(queue, cut);
    if (Math.abs(next.meanOrbit - answer.meanOrbit) <= 1e-11 * next.meanOrbit) return next;
    answer = next;
  }
}

/** The system whose orbit holds at most `cut` customers; a further one retries at once. */
function truncated(queue: Required<RetrialArguments>, cut: number): RetrialAnswer {
  const { arrivalRate, retryRate, servers, leaveProbability } = queue;
  const rows: Row[] = new Array(cut + 1);
  let inflow = new Float64Array(servers + 1);
  inflow[servers] = arrivalRate;
  for (let orbit = cut; orbit >= 0; orbit--) {
    const row = levelRow(queue, orbit, inflow);
    const free = row.total - row.values[servers]!;
    const down = orbit * retryRate * (free + leaveProbability * row.values[servers]!);
    const scale = orbit === 0 ? 1 : arrivalRate / down;
    rows[orbit] = { total: row.total * scale, busy: row.busy * scale, allBusy: row.values[servers]! * scale };
    inflow = returnsInto(row.values, orbit * retryRate * scale, leaveProbability);
  }
  return summarise(queue, rows);
}

interface Row {
  readonly total: number;
  readonly busy: number;
  readonly allBusy: number;
}

/** Flow from a level down to the next, by the number of busy servers it arrives with. */
function returnsInto(row: Float64Array, rate: number, leaveProbability: number): Float64Array<ArrayBuffer> {
  const inflow = new Float64Array(row.length);
  const last = row.length - 1;
  for (let busy = 0; busy < last; busy++) inflow[busy + 1]! += rate * row[busy]!;
  inflow[last]! += rate * leaveProbability * row[last]!;
  return inflow;
}

/** Probabilities of one level relative to that of all busy, by Gauss elimination of its tridiagonal balance equations. */
function levelRow(queue: Required<RetrialArguments>, orbit: number, inflow: Float64Array) {
  const { arrivalRate, serviceRate, retryRate, servers } = queue;
  const values = new Float64Array(servers + 1);
  const pivots = new Float64Array(servers);
  let carried = 0;
  for (let busy = 0; busy < servers; busy++) {
    const out = arrivalRate + busy * serviceRate + orbit * retryRate;
    const fromBelow = busy === 0 ? 0 : arrivalRate / pivots[busy - 1]!;
    pivots[busy] = out - fromBelow * busy * serviceRate;
    carried = inflow[busy]! + fromBelow * carried;
    values[busy] = carried;
  }
  values[servers] = 1;
  let total = 1;
  let busySum = servers;
  for (let busy = servers - 1; busy >= 0; busy--) {
    values[busy] = (values[busy]! + (busy + 1) * serviceRate * values[busy + 1]!) / pivots[busy]!;
    total += values[busy]!;
    busySum += busy * values[busy]!;
  }
  return { values, total, busy: busySum };
}

function summarise(queue: Required<RetrialArguments>, rows: readonly Row[]): RetrialAnswer {
  // Over all states: 1, orbit, busy servers, all busy, orbit while all busy.
  const sums = new Float64Array(5);
  let weight = 1;
  rows.forEach((row, orbit) => {
    const terms = [row.total, orbit * row.total, row.busy, row.allBusy, orbit * row.allBusy];
    terms.forEach((term, i) => {
      sums[i]! += weight * term;
    });
    weight *= row.allBusy;
    if (sums[0]! > 1e200) {
      weight *= 1e-200;
      for (let i = 0; i < sums.length; i++) sums[i]! *= 1e-200;
    }
  });
  const [meanOrbit, meanBusy, allBusy, failing] = Array.from(sums.subarray(1), (sum) => sum / sums[0]!);
  const lost = (queue.leaveProbability * queue.retryRate * failing!) / queue.arrivalRate;
  return { meanOrbit: meanOrbit!, allBusy: allBusy!, meanBusy: meanBusy!, lost };
}
