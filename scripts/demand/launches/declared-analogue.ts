import { PUBLIC_SURGES, type PublicSurge } from '../../../models/demand/launch/analogues/public-surges.ts';
import type { Analogue } from '../../../models/demand/launch/launch-event.ts';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import type { DeclaredAnalogue } from '../../schemas/forecast/events.ts';
import { localTime } from '../csv/cells/local-time.ts';
import { secondsOf } from '../length-of-time.ts';

/** A comparable event as the events file has it; what is wrong with it is added to the problems. */
export function analogueOf(declared: DeclaredAnalogue, at: string, zone: string, problems: string[]): Analogue[] {
  const { public: name, ...own } = declared;
  if (name !== undefined) {
    const extra = Object.keys(own);
    if (extra.length > 0)
      problems.push(`${at}: must be either public or described, got public and ${extra.join(', ')}; a public surge brings its own numbers`);
    const { title: _, ...surge }: PublicSurge = PUBLIC_SURGES[name];
    return [{ name, origin: 'public', ...surge }];
  }
  const missing = (['name', 'when', 'value', 'unit'] as const).filter((field) => own[field] === undefined);
  if (missing.length > 0) {
    problems.push(`${at}: must have name, when, value and unit, or the name of a public surge; ${missing.join(', ')} are missing`);
    return [];
  }
  const when = localTime(own.when!, zone);
  if (when === null) {
    problems.push(`${at}.when: must be a day such as 2025-03-01, with or without a clock, got ${own.when}`);
    return [];
  }
  if (own.within !== undefined && (own.unit !== 'people' || secondsOf(own.within) === 0))
    problems.push(`${at}.within: must be above 0 and belong to a count of people, got ${own.within} of ${own.unit}`);
  const source = own.source ?? 'stated in the events file';
  const quantity = (value: number): Quantity => ({ value, unit: 'people', source, kind: 'stated' });
  return [
    {
      name: own.name!,
      when,
      origin: 'own',
      measure: own.unit!,
      value: { ...quantity(own.value!), unit: own.unit === 'arrivals/s' ? 'arrivals/s' : 'people' },
      population: own.population === undefined ? null : quantity(own.population),
      within: own.within === undefined ? null : secondsOf(own.within),
      closureDays: own.closureDays ?? 0,
    },
  ];
}
