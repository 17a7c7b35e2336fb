import type { VerdictFile } from '../../../models/results/verdict.ts';
import { shorten } from '../../format/shorten.ts';

const WITHOUT_REASON: Readonly<Record<VerdictFile['verdict'], string>> = {
  PASS: 'every budget was kept',
  WARN: 'every budget was kept, some of them barely',
  FAIL: 'a budget was broken',
  INCONCLUSIVE: 'too little was measured to judge',
  INVALID: 'the measurement cannot be trusted',
};

/** The first reason as a sentence with one full stop and without the verdict in front, which stands beside it; it may quote the target, so escape it. */
export function verdictSentence({ verdict, reasons }: Pick<VerdictFile, 'verdict' | 'reasons'>): string {
  const reason = shorten(reasons[0] ?? WITHOUT_REASON[verdict], 400).trim();
  const bare = reason.startsWith(`${verdict}: `) ? reason.slice(verdict.length + 2) : reason;
  const sentence = /^[a-z]+ /.test(bare) ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
