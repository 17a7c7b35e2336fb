import type { StepBudget } from '../../../models/workload/surge/budget.ts';
import type { Step } from '../../../models/workload/surge/surge.ts';
import { WAITING_ROOM_STEPS } from '../../../models/workload/surge/waiting-room-steps.ts';
import type { Made } from './run.ts';

/** A step of a made-up surge: its median when idle, its factor when the service is busy, and its limits. */
export interface MadeStep {
  readonly step: Step;
  readonly median: number;
  readonly factor: number;
  /** Requests a person makes. */
  readonly share: number;
  readonly budget: StepBudget;
}

const own = (name: string, title: string, tags: Step['tags'] = {}): Step => ({ name, title, room: false, rare: false, tags });

const budget = (p50: number | null, p95: number, p99: number): StepBudget => ({
  ...{ p50, p95, p99, errorShare: 0.005, stretch: 10_000, burst: 5_000, minSamples: 200, source: 'table of budgets', kind: 'assumed' },
});

/** The steps of a made-up run; `register` is the one that collapses and that takes the name of the options. */
export function madeSteps(made: Made): MadeStep[] {
  const room = WAITING_ROOM_STEPS.map(
    (step, index): MadeStep => ({ step, median: 3, factor: 1.6, share: [1, 3, 0.01][index]!, budget: budget(30, 150, 500) }),
  );
  const register = own('register', made.stepName === 'register' ? 'Register a card' : made.stepName);
  const named: MadeStep[] = [
    { step: own('login', 'Log in', { carrier: ['SKT', 'KT'] }), median: 180, factor: 2, share: 1, budget: budget(300, 1500, 3000) },
    { step: { ...register, name: made.stepName }, median: 300, factor: 2.2, share: 0.7, budget: budget(600, 1500, 4000) },
    { step: own('pay', 'Approve the payment'), median: 120, factor: 1.5, share: 0.3, budget: budget(250, 1000, 3000) },
  ];
  const more = Array.from(
    { length: Math.max(0, made.steps - named.length) },
    (_, index): MadeStep => ({
      step: own(`page-${index + 1}`, `Open page ${index + 1}`),
      ...{ median: 40 + 5 * index, factor: 1.4, share: 0.2 + (index % 5) / 10, budget: budget(null, 800, 2000) },
    }),
  );
  return [...(made.room ? room : []), ...named, ...more].slice(0, made.room ? undefined : Math.max(made.steps, 1));
}

/** Whether the step is the one that breaks down in a run that collapses. */
export const collapsing = (made: Made, name: string): boolean => made.collapses && name === made.stepName;
