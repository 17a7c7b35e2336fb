import { type AskedPlan, askedPlan } from './asked-plan.ts';
import { randomQuestions } from './random-questions.ts';
import type { SystemQuestion } from './system-question.ts';
import { type TrueNodes, type TruthOptions, trueNodes } from './true-nodes.ts';

export interface JudgedSystem {
  readonly question: SystemQuestion;
  readonly truth: TrueNodes;
  readonly plan: AskedPlan;
}

/** Measures random systems as a team would, asks the whole plan of each, and finds the truth by simulation. Deterministic. */
export const judgedSystems = (systems: number, options: TruthOptions, tell: (one: JudgedSystem) => void = () => {}): JudgedSystem[] =>
  randomQuestions(systems).map((question) => {
    const judged = { question, truth: trueNodes(question, options), plan: askedPlan(question) };
    tell(judged);
    return judged;
  });

/** How good plans are, over systems whose truth is known. */
export interface SystemsTally {
  readonly systems: number;
  /** The true number, or a refusal where no number will do. */
  readonly right: number;
  readonly oneMore: number;
  /** Below the truth, or a number where none will do. */
  readonly tooFew: number;
  /** Of these, those that the plan says its ladder is evidence for; and how many such plans there are. */
  readonly tooFewProven: number;
  readonly proven: number;
  /** Refused although there is a number. */
  readonly refused: number;
  /** (answer − truth)/truth where the answer is not below it, mean. */
  readonly excess: number;
  /** 90 % intervals that hold the truth, of those with a truth and an answer. */
  readonly covered: number;
  readonly intervals: number;
  /** Shared limits within the measured or the asked range, those that the plan names, and those named where there is none. */
  readonly limits: number;
  readonly named: number;
  readonly wronglyNamed: number;
}

export function tallyOf(judged: readonly JudgedSystem[]): SystemsTally {
  const answered = judged.filter(({ truth, plan }) => truth.nodes !== null && plan.nodes !== null);
  const kept = answered.map(excessOf).filter((excess) => excess >= 0);
  const limited = judged.filter(({ question }) => isLimited(question));
  return {
    systems: judged.length,
    right: judged.filter(({ truth, plan }) => truth.nodes === plan.nodes).length,
    oneMore: answered.filter(({ truth, plan }) => plan.nodes === truth.nodes! + 1).length,
    tooFew: judged.filter(isTooFew).length,
    tooFewProven: judged.filter((one) => isTooFew(one) && one.plan.proven).length,
    proven: judged.filter(({ plan }) => plan.nodes !== null && plan.proven).length,
    refused: judged.filter(({ truth, plan }) => truth.nodes !== null && plan.nodes === null).length,
    excess: kept.reduce((sum, excess) => sum + excess, 0) / Math.max(1, kept.length),
    covered: answered.filter(({ truth, plan }) => plan.low <= truth.nodes! && truth.nodes! <= plan.high).length,
    intervals: answered.length,
    limits: limited.length,
    named: limited.filter(({ plan }) => plan.sharedLimit).length,
    wronglyNamed: judged.filter(({ question, plan }) => !isLimited(question) && plan.sharedLimit).length,
  };
}

export const isTooFew = ({ truth, plan }: JudgedSystem): boolean =>
  plan.nodes !== null && (truth.nodes === null || plan.nodes < truth.nodes);

const excessOf = ({ truth, plan }: JudgedSystem): number => (plan.nodes! - truth.nodes!) / truth.nodes!;

const isLimited = ({ shared }: SystemQuestion): boolean => shared !== 'none' && shared !== 'far';

/** The systems by what they have in common, by name. */
export function groupsOf(judged: readonly JudgedSystem[]): [string, JudgedSystem[]][] {
  const groups = new Map<string, JudgedSystem[]>();
  for (const one of judged) {
    const { system, arrivals, shared } = one.question;
    const names = [
      `${system.balancer}, ${arrivals.kind}, ${shared === 'none' ? 'no database' : 'database'}`,
      `balancer ${system.balancer}`,
      `arrivals ${arrivals.kind}`,
      `service ${system.service.shape}`,
      `limit ${shared}`,
    ];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
