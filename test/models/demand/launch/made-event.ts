import type { Analogue, LaunchEvent } from '../../../../models/demand/launch/launch-event.ts';
import type { Quantity } from '../../../../models/workload/surge/quantity.ts';

export const quantity = (value: number): Quantity => ({ value, unit: 'people', source: 'made', kind: 'stated' });

/** An own event of the past: so many people. */
export const analogue = (value: number, over: Partial<Analogue> = {}): Analogue => ({
  name: `event of ${value}`,
  when: '2025-03-01',
  origin: 'own',
  measure: 'people',
  value: quantity(value),
  population: null,
  within: null,
  closureDays: 0,
  ...over,
});

/** A launch of ten hours that says nothing beyond what it must. */
export const launch = (analogues: readonly Analogue[], over: Partial<LaunchEvent> = {}): LaunchEvent => ({
  name: 'launch',
  time: '2027-03-02T09:00',
  timeZone: 'Asia/Seoul',
  type: 'launch',
  window: 36_000,
  population: null,
  growth: { ...quantity(1), unit: 'times' },
  closure: null,
  refusal: null,
  admissions: null,
  usual: null,
  opening: null,
  rush: null,
  adoption: null,
  analogues,
  ...over,
});
