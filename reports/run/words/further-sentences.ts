import type { VerdictFile } from '../../../models/results/verdict.ts';

/** More would not be read at two in the morning. */
const MOST = 3;

/** What is told beside the first reason: at most three sentences, of which the last is what to do, and the rest for those who ask. */
export function furtherSentences({ verdict, reasons }: Pick<VerdictFile, 'verdict' | 'reasons'>): { told: string[]; folded: string[] } {
  const more = reasons.slice(1);
  if (more.length === 0 && verdict === 'PASS') return { told: ['Nothing needs to be done; keep the run folder as evidence.'], folded: [] };
  if (more.length <= MOST) return { told: more, folded: [] };
  return { told: [...more.slice(0, MOST - 1), ...more.slice(-1)], folded: more.slice(MOST - 1, -1) };
}
