import { expect, it } from 'vitest';
import { parseInstant } from '../../../models/definition/resolve/audit/instant.ts';
import { instantOf, optionsOf } from '../../../models/invariants/options.ts';

it('takes a time of day on the day of the run as its own clock has it, also where UTC has another day', () => {
  // 23:30 UTC on the 29th is 08:30 on the 30th in Seoul.
  const startedAt = Date.parse('2026-11-29T23:30:00Z');
  const deadline = parseInstant('17:30:00.250+09:00')!;
  expect(new Date(instantOf(deadline, startedAt)).toISOString()).toBe('2026-11-30T08:30:00.250Z');
});

it('lets a missing option without a default hold nothing', () =>
  expect(optionsOf({ deadline: { kind: 'instant' }, within: { kind: 'duration', unless: 5 } }, {}, 0)).toEqual({
    deadline: Number.NaN,
    within: 5,
  }));
