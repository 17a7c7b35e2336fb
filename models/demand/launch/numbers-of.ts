import type { ForecastLaunch } from '../../results/forecast/forecast-launch.ts';
import type { NamedQuantity } from '../../results/forecast/launch-picture.ts';
import { ASSUMED } from './assumed.ts';
import type { LaunchEvent } from './launch-event.ts';

/** Units of the durations, shares and factors of an event. */
const UNITS = {
  opening: { hold: 's', halfLife: 's' },
  rush: { growth: 'times the rate before', lasting: 's' },
  closure: { days: 'days', usualPerDay: 'people a day', returning: 'of those held back', halfLifeDays: 'days' },
  refusal: { refused: 'of the attempts', retries: 'of those turned away', most: 'times at most' },
  adoption: { innovation: 'a period', imitation: 'a period', period: 's' },
} as const;

/** Defaults of fields that the events file may leave out. */
const USUAL: Readonly<Record<string, string>> = { 'opening.hold': '0 s', 'refusal.most': '5' };

/** All numbers behind a forecast: those stated by the event, those assumed in their absence, and the bounds of the quantiles. */
export function numbersOf(event: LaunchEvent, { assumptions }: ForecastLaunch): NamedQuantity[] {
  const { population, growth, admissions, usual } = event;
  const stated = Object.entries({ population, growth, admissions, usual }).flatMap(([name, quantity]) =>
    quantity === null ? [] : [{ name, ...quantity }],
  );
  const parts = Object.entries(UNITS).flatMap(([part, units]) => {
    const values = new Map<string, number>(Object.entries(event[part as keyof typeof UNITS] ?? {}));
    return Object.entries(units).flatMap(([field, unit]): NamedQuantity[] => {
      const [name, value] = [`${part}.${field}`, values.get(field)];
      const otherwise = USUAL[name] === undefined ? '' : `; ${USUAL[name]} where it says nothing`;
      return value === undefined ? [] : [{ name, value, unit, source: `the events file${otherwise}`, kind: 'stated' }];
    });
  });
  const assumed = Object.entries(assumptions).map(([name, quantity]) => ({ name, ...quantity }));
  const bounds = [
    { name: 'largest answer', ...ASSUMED.largestMiss },
    ...(population === null ? [] : [{ name: 'all people', ...ASSUMED.devices }]),
  ];
  return [...stated, ...parts, ...assumed, ...bounds];
}
