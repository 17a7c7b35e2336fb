import type { ForecastLaunch } from '../../results/forecast-launch.ts';
import type { NamedQuantity } from '../../results/launch-picture.ts';
import { ASSUMED } from './assumed.ts';
import type { LaunchEvent } from './launch-event.ts';

/** What an event's own durations, shares and factors count. */
const UNITS = {
  opening: { hold: 's', halfLife: 's' },
  rush: { growth: 'times the rate before', lasting: 's' },
  closure: { days: 'days', usualPerDay: 'people a day', returning: 'of those held back', halfLifeDays: 'days' },
  refusal: { refused: 'of the attempts', retries: 'of those turned away', most: 'times at most' },
  adoption: { innovation: 'a period', imitation: 'a period', period: 's' },
} as const;

/** Where the events file may say nothing, and what is taken then. */
const USUAL: Readonly<Record<string, string>> = { 'opening.hold': '0 s', 'refusal.most': '5' };

/** Everything an answer was made with: what the event states, what was assumed where it says nothing, and what bounds the quantiles. */
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
    ...(population === null ? [] : [{ name: 'everybody', ...ASSUMED.devices }]),
  ];
  return [...stated, ...parts, ...assumed, ...bounds];
}
