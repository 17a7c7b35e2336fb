import { similarName } from '../../models/definition/resolve/values/similar.ts';
import type { Variant } from '../../models/workload/log/measurement-log.ts';
import type { Journey, Step } from '../../models/workload/surge/surge.ts';

/** A step as requests refer to it. */
export interface StepEntry {
  readonly name: string;
  readonly index: number;
  /** What k6's own metrics know it by; undefined when nobody reads them. */
  readonly tags: { readonly name: string } | undefined;
  /** Sample index by tag and value; null for a step without tags. */
  readonly variants: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
}

/** The steps of a surge, found by name without a search. */
export interface StepTable {
  readonly entries: Readonly<Record<string, StepEntry>>;
  /** Variants in the order of their sample index. */
  readonly variants: readonly Variant[];
  /** Sample indices of steps, journeys and variants in all. */
  readonly samples: number;
}

function stepVariants(step: Step, first: number, list: Variant[]): StepEntry['variants'] {
  const tags = Object.keys(step.tags);
  if (tags.length === 0) return null;
  const indices: Record<string, Record<string, number>> = {};
  for (const tag of tags) {
    const byValue: Record<string, number> = {};
    for (const value of step.tags[tag]!) {
      byValue[value] = first + list.length;
      list.push([step.name, tag, value]);
    }
    indices[tag] = byValue;
  }
  return indices;
}

/** Samples are counted through steps, then journeys, then variants. `tagged`: k6's own metrics are read. */
export function stepTable(steps: readonly Step[], journeys: readonly Journey[], tagged: boolean): StepTable {
  const first = steps.length + journeys.length;
  const variants: Variant[] = [];
  const entries: Record<string, StepEntry> = Object.create(null);
  steps.forEach((step, index) => {
    const { name } = step;
    entries[name] = { name, index, tags: tagged ? { name } : undefined, variants: stepVariants(step, first, variants) };
  });
  return { entries, variants, samples: first + variants.length };
}

/** The step of a name; throws a sentence for one that the surge does not declare. */
export function stepNamed({ entries }: StepTable, name: string): StepEntry {
  const entry = entries[name];
  if (entry !== undefined) return entry;
  const given = JSON.stringify(String(name).slice(0, 40));
  const similar = similarName(String(name), Object.keys(entries));
  const help = similar === null ? 'declare it, and put numbers and ids into the path' : `did you mean ${similar}?`;
  throw new Error(`step ${given}: must be declared in "steps" of the surge; ${help}`);
}

/** Sample indices of the variants that the tags of a request name; throws a sentence for an undeclared one. */
export function variantsOf(step: StepEntry, tags: Readonly<Record<string, string>>): readonly number[] {
  return Object.keys(tags).map((tag) => {
    const index = step.variants?.[tag]?.[tags[tag]!];
    if (index === undefined)
      throw new Error(
        `steps.${step.name}.tags: must declare each tag and value that requests carry, got ${tag} "${tags[tag]}"; add it there`,
      );
    return index;
  });
}
