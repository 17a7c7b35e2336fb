import type { HeadLine } from '../../workload/log/measurement-log.ts';
import type { FoldedRun, Series } from '../folded-run.ts';
import { countPacked } from '../packed-cells.ts';
import type { FoldState } from './fold-state.ts';
import type { SeriesKey } from './sample-store.ts';

type Named = { -readonly [Part in 'samples' | 'journeys' | 'variants']: FoldedRun[Part][number][] };

/** The samples with names in place of indices: steps, journeys and variants apart. */
export function namedSeries(state: FoldState, head: HeadLine | null): Named {
  const named: Named = { samples: [], journeys: [], variants: [] };
  if (head === null) return named;
  for (const { key, seconds } of state.samples.series()) if (isKnown(key, head)) put(named, head, key, seconds);
  return named;
}

/** Whether the head line has names for all indices of a series. */
export function isKnown({ subject, outcome, phase }: SeriesKey, head: HeadLine): boolean {
  const subjects = head.steps.length + head.journeys.length + head.variants.length;
  return subject < subjects && outcome < head.outcomes.length && phase < head.phases.length;
}

function put(named: Named, head: HeadLine, key: SeriesKey, seconds: Series['seconds']): void {
  let count = 0;
  for (const cells of seconds.values()) count += countPacked(cells);
  const { name: phase, judged } = head.phases[key.phase]!;
  const series: Series = { outcome: head.outcomes[key.outcome]!, phase, judged, clock: key.clock, count, seconds };
  const { steps, journeys, variants } = head;
  if (key.subject < steps.length) named.samples.push({ step: steps[key.subject]!, ...series });
  else if (key.subject < steps.length + journeys.length) named.journeys.push({ journey: journeys[key.subject - steps.length]!, ...series });
  else {
    const [step, tag, value] = variants[key.subject - steps.length - journeys.length]!;
    named.variants.push({ step, tag, value, ...series });
  }
}
