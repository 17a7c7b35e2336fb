import { expect, it } from 'vitest';
import { secondsOfUnit } from '../../../scripts/size/period-of-unit.ts';

it.each([
  ['payments/s', 1],
  ['payments per hour', 3600],
  ['payments/minutes', 60],
  ['MW', null],
])('%s counts by %s seconds', (unit, period) => expect(secondsOfUnit(unit)).toBe(period));
