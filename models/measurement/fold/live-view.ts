import { phaseAt } from '../../workload/surge/phase.ts';
import type { Phase } from '../../workload/surge/surge.ts';
import type { LiveView, PackedCells } from '../folded-run.ts';
import { isTimed, isUnfinished } from '../judged-samples.ts';
import { countPacked, quantilePacked, sumPacked } from '../packed-cells.ts';
import { byOwner, type FoldState } from './fold-state.ts';
import { addUsers, NOBODY } from './user-timeline.ts';

/** VUs flush within their second; one that is later than this is not waited for. */
const PATIENCE_SECONDS = 3;

/** The newest second that all VUs have written, and the window of `seconds` seconds that ends with it. */
export function liveView(state: FoldState, seconds: number): LiveView {
  const to = newestWhole(state);
  const from = Math.max(0, to - seconds + 1);
  const length = Math.max(1, to - from + 1);
  const phases = state.heads.chosen()?.phases as readonly Phase[] | undefined;
  const inLine = new Float64Array(state.lastSecond + 1);
  const active = new Float64Array(state.lastSecond + 1);
  let users = NOBODY;
  for (const timeline of state.vus.values()) {
    timeline.addTo(inLine, active);
    users = addUsers(users, timeline.last());
  }
  return {
    second: to,
    phase: phases === undefined || phases.length === 0 ? null : phases[phaseAt(phases, to)]!.name,
    users,
    scheduled: state.scheduled.sum(from, to) / length,
    started: state.started.sum(from, to) / length,
    admitted: state.admitted.sum(from, to) / length,
    maxWaiting: inLine.reduce((most, people) => Math.max(most, people), 0),
    steps: liveSteps(state, from, to),
    errorsByOwner: byOwner((owner) => state.errorsByOwner[owner].sum(from, to)),
    loopLagP99: quantilePacked(state.loopLag.read(), 0.99),
    problems: state.problems,
  };
}

function newestWhole(state: FoldState): number {
  const running = [...state.vus.values()].filter((timeline) => !timeline.hasEnded());
  const slowest = Math.min(state.lastSecond, ...running.map((timeline) => timeline.lastSecond()));
  return Math.max(0, slowest, state.lastSecond - PATIENCE_SECONDS);
}

function liveSteps(state: FoldState, from: number, to: number): LiveView['steps'] {
  const head = state.heads.chosen();
  if (head === null) return [];
  const timed: PackedCells[][] = head.steps.map(() => []);
  const attempts = head.steps.map(() => 0);
  const errors = head.steps.map(() => 0);
  for (const { key, cells } of state.samples.window(from, to)) {
    const outcome = head.outcomes[key.outcome];
    if (key.clock !== 1 || outcome === undefined || head.steps[key.subject] === undefined) continue;
    const count = cells.reduce((sum, one) => sum + countPacked(one), 0);
    attempts[key.subject]! += count;
    if (outcome !== 'ok' && !isUnfinished(outcome)) errors[key.subject]! += count;
    if (isTimed(outcome)) timed[key.subject]!.push(...cells);
  }
  return head.steps.flatMap((step, index) => {
    if (attempts[index] === 0) return [];
    return [{ step, attempts: attempts[index]!, p95: quantilePacked(sumPacked(timed[index]!), 0.95), errors: errors[index]! }];
  });
}
