import type { VerdictFile } from '../../../models/results/verdict.ts';
import { shorten } from '../../format/shorten.ts';

/** More would not be read at two in the morning. */
const MOST_FINDINGS = 3;
const LONGEST = 400;

/** The verdict in sentences; they may quote the target, so escape them. */
export interface Headline {
  readonly first: string;
  readonly findings: readonly string[];
  /** Findings beyond the first three. */
  readonly more: readonly string[];
  readonly advice: string;
}

/** What a report says first: the verdict as one sentence, what else was found, and what to do. */
export function headlineOf({ headline, findings, advice }: Pick<VerdictFile, 'headline' | 'findings' | 'advice'>): Headline {
  const sentences = findings.map((one) => shorten(one, LONGEST));
  return {
    first: shorten(headline, LONGEST),
    findings: sentences.slice(0, MOST_FINDINGS),
    more: sentences.slice(MOST_FINDINGS),
    advice: shorten(advice ?? 'Nothing needs to be done; keep the run folder as evidence.', LONGEST),
  };
}
