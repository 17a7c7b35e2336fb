import type { FaultsSummary } from '../../../models/results/faults.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { html } from '../../format/html.ts';
import type { Section } from '../../html/page-section.ts';
import { factsHtml, tableHtml } from '../../html/table.ts';
import { blastTable, faultTable } from '../words/fault-rows.ts';

/** Seconds: from ten minutes on an outage of an electronic financial service with 10,000 subscribers is to be reported within 24 hours. */
const REPORTABLE = 600;
/** Seconds in which core business must be running again by the same supervision. */
const STANDARD = 3 * 3_600;
/** Seconds for which the requests have to succeed by the usual reading. */
const USUALLY_STABLE = 300;

const say = (seconds: number | null): string => (seconds === null ? 'not seen in this run' : sayTime(1_000 * Math.round(seconds)));

/** What was broken on purpose, whom it hit, and how the service came back. */
export function faultsSection(faults: FaultsSummary, finding: string): Section {
  const { effects, recoveredAfter, disruptedSeconds, stableSeconds } = faults;
  const shorter =
    stableSeconds < USUALLY_STABLE
      ? html`<p class="note">Shortened: recovered means that the requests succeed for ${say(stableSeconds)}, where five minutes are usual.</p>`
      : null;
  const facts = factsHtml([
    ['end of the last fault until recovery', say(recoveredAfter)],
    ['disrupted in the original', say(disruptedSeconds)],
  ]);
  const body = html`${facts}${tableHtml(faultTable(effects))}${tableHtml(blastTable(effects, 'steps'))}${tableHtml(blastTable(effects, 'journeys'))}
<p class="note">${rules(disruptedSeconds)} Clients can tell when a tenth of the answers of five seconds, and at least five, are failures. Times of the original include what was cut out of the middle of a fault.</p>${shorter}`;
  return { id: 'faults', name: 'Faults', finding, body };
}

function rules(seconds: number | null): string {
  if (seconds === null) return 'How long people were not served as usual this run does not tell.';
  if (seconds < REPORTABLE)
    return 'People were not served as usual for less than ten minutes, so the outage would not have to be reported.';
  const standard = seconds > STANDARD ? 'longer' : 'no longer';
  return `People were not served as usual for more than ten minutes: the outage of an electronic financial service with 10,000 subscribers would have to be reported. It was ${standard} than the three hours in which core business must be running again.`;
}
