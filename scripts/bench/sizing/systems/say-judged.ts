import type { Times } from '../simulator/system.ts';
import { isTooFew, type JudgedSystem } from './judged-systems.ts';

/** One line a system, for whoever looks for a cause. */
export function sayJudged(one: JudgedSystem): string {
  const { question, truth, plan } = one;
  const { number, system, arrivals, peakRate, target, ladder, spacing, shared } = question;
  const { workers, service, balancer, database } = system;
  const bursts = arrivals.kind === 'bursts' ? `bursts ${arrivals.seconds} s ± ${arrivals.swing}` : arrivals.kind;
  const times = (law: Times) => `${law.shape} ${short(1000 * law.mean)} ms cs² ${law.cs2}`;
  const held = database === null ? '' : ` + ${database.connections} connections ${times(database.query)} (${shared})`;
  const verdict = isTooFew(one) ? 'TOO FEW' : plan.nodes === truth.nodes ? 'right' : plan.nodes === null ? 'REFUSED' : 'over';
  const measured = `${Math.max(...ladder.map((step) => step.nodes))} nodes ${spacing}, ${ladder.length} steps of ${ladder[0]!.seconds} s`;
  return [
    `${number} ${verdict}: truth ${truth.nodes ?? 'none'}${truth.sure ? '' : '?'}, plan ${plan.nodes ?? 'refused'} [${plan.low}–${plan.high}]${plan.sharedLimit ? ' names a shared limit' : ''}`,
    `${balancer}, ${bursts}, ${workers} × ${times(service)}${held}, peak ${short(peakRate)}/s, p${target.percentile} ≤ ${short(1000 * target.limit)} ms; ${measured}`,
    ...[...plan.warnings, plan.refusal].filter((text) => text !== ''),
  ].join('\n      ');
}

const short = (value: number) => Number(value.toPrecision(4));
