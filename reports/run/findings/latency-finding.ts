import type { ReportSeries, StepLatency } from '../../../models/results/series.ts';
import { duration } from '../../format/duration.ts';
import { shorten } from '../../format/shorten.ts';
import { journeyName } from '../words/journey-name.ts';

/** A line counts as full while at least half as many people wait as at the peak. */
const FULL = 0.5;
/** People at the peak from which there is a queue worth naming. */
const QUEUE = 100;

interface Shown {
  readonly journey: string;
  readonly step: StepLatency;
}

/** Which journeys kept their p95 budget over time and which did not, as one sentence without its full stop. */
export function latencyFinding(series: ReportSeries): string {
  const shown = series.latency.flatMap(({ journey, steps }) => (steps[0] ? [{ journey, step: steps[0] }] : []));
  if (shown.length === 0) return 'No request was answered, so there is no latency to show';
  const judged = shown.filter(({ step }) => step.budget !== null);
  if (judged.length === 0) return 'Response times have no budget here: nothing can be broken';
  const over = judged.filter(({ step }) => step.breachSeconds > 0).sort((a, b) => b.step.breachSeconds - a.step.breachSeconds);
  const kept = judged.filter(({ step }) => step.breachSeconds === 0);
  const worst = over[0];
  const when = whileFull(series);
  if (!worst)
    return `${kept.length === judged.length && judged.length > 1 ? 'Every journey' : names(kept)} stayed within its p95 budget${when}`;
  const broke = `${journeyName(worst.journey)} (${shorten(worst.step.step, 40)}) was over its p95 budget for ${duration(worst.step.breachSeconds * 1000)}`;
  const payments = kept.find(({ journey }) => journey === 'qr-payment');
  if (payments) return `Payments stayed fast${when}, but ${lowerFirst(broke)}`;
  return over.length > 1
    ? `${broke}; ${over.length === 2 ? 'one other journey was' : `${over.length - 1} other journeys were`} over theirs too`
    : broke;
}

const names = (shown: readonly Shown[]): string => shown.map(({ journey }) => journeyName(journey)).join(', ');

/** Only what is not an abbreviation loses its capital. */
const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** " while the queue was full" when a queue lasted: a breach elsewhere in the run does not contradict it. */
function whileFull({ surge }: ReportSeries): string {
  const peak = surge.peak?.waiting ?? 0;
  const full = surge.waiting.y.filter((waiting) => (waiting ?? 0) >= FULL * peak).length;
  return peak >= QUEUE && full > 0 ? ' while the queue was full' : '';
}
