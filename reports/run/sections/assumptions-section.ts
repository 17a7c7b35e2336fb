import { plural, sayNumber } from '../../../models/words/count.ts';
import { type Html, html } from '../../format/html.ts';
import { shorten } from '../../format/shorten.ts';
import type { Section } from '../../html/page-section.ts';
import { tableHtml } from '../../html/table.ts';
import type { ReportInput } from '../input/report-input.ts';
import { constantsOf } from '../words/constants.ts';

/** Values that were not given and were assumed, and the sources of every other constant. */
export function assumptionsSection({ manifest }: ReportInput): Section {
  const { surge, profile, ...rest } = manifest.configuration;
  const { assumed, facts } = surge;
  const think = profile.thinkScale === 1 ? null : html`<p>Think times were multiplied by ${sayNumber(profile.thinkScale)}.</p>`;
  const speed = profile.service?.ruleSpeed;
  const rules =
    speed === undefined
      ? null
      : html`<p>The clocks of the service’s rules ran faster than in life: ${sayNumber(speed.minutes)} times those of seconds and minutes, ${sayNumber(speed.hours)} times those of hours and days.</p>`;
  const table =
    assumed.length > 0
      ? tableHtml({
          caption: 'Values that the surge file does not give',
          header: ['where it would stand', 'assumed'],
          rows: assumed.map(({ path, value }) => [shorten(path, 100), shorten(value, 60)]),
        })
      : null;
  const finding =
    assumed.length === 0 ? 'Every value that matters was given' : `${plural(assumed.length, 'value was', 'values were')} assumed`;
  return { id: 'assumptions', name: 'Assumptions', finding, body: html`${think}${rules}${table}${constants({ facts, ...rest })}` };
}

function constants(configuration: unknown): Html | null {
  const found = constantsOf(configuration);
  if (found.length === 0) return null;
  const rows = found.map((one) => [shorten(one.path, 80), shorten(one.values, 160), one.kind, shorten(one.source, 200)]);
  return html`<details><summary>Where ${plural(found.length, 'number is', 'numbers are')} from: stated, measured, derived or assumed</summary>${tableHtml(
    {
      caption: 'Numbers and their sources',
      header: ['number', 'value', 'kind', 'source'],
      rows,
    },
  )}</details>`;
}
