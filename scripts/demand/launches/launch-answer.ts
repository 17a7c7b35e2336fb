import type { ForecastLaunch, LaunchAnalogue } from '../../../models/results/forecast/forecast-launch.ts';
import { estimate } from '../../../reports/format/number.ts';
import { crowdSentence, furtherLaunchSentences, launchSentence, widthSentence } from '../../../reports/launch/launch-sentences.ts';
import { plain } from '../../terminal/plain.ts';

/** Terminal lines of an announced event, the sentences of its page: its peak, the people waiting, its analogues, its spread, and its assumptions. */
export function launchAnswer(given: ForecastLaunch): string[] {
  // What the sentences do with control signs suits a page.
  const launch = { ...given, name: plain(given.name) };
  const assumed = Object.entries(launch.assumptions).map(
    ([field, { value, unit, source, kind }]) => `Not stated, ${kind}: ${field} ${estimate(value)} ${unit} (${source})`,
  );
  return [
    launchSentence(launch),
    crowdSentence(launch),
    `Based on ${launch.analogues.map(comparable).join('; ')}`,
    widthSentence(launch),
    ...furtherLaunchSentences(launch),
    ...assumed,
  ].map((sentence) => `${sentence}.`);
}

function comparable({ name, when, origin, value, population, scaled, weight }: LaunchAnalogue): string {
  const of = population === null ? '' : ` of ${estimate(population.value)} (${population.kind})`;
  return `${name} (${origin}, ${when.slice(0, 10)}): ${estimate(value.value)} ${value.unit}${of}, scaled ${estimate(scaled)}, weight ${Math.round(100 * weight)} %`;
}
