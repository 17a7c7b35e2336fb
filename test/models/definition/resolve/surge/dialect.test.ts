import { describe, expect, it } from 'vitest';
import { checkDialect } from '../../../../../models/definition/resolve/surge/dialect.ts';
import type { Problem } from '../../../../../models/workload/checks/problem.ts';

const functions = { ask() {}, read() {}, enter() {} };

function sentences(waiting: unknown): string[] {
  const problems: Problem[] = [];
  checkDialect({ ...functions, waiting }, 'waitingRoom', problems);
  return problems.map(({ path, message }) => `${path}: ${message}`);
}

const json = { state: 'place.state', is: 'waiting', interval: 'again', unit: 's' };
const AT = 'waitingRoom.waiting';

describe('how a surge file says what "waiting" looks like', () => {
  it.each([
    undefined,
    { json },
    { json: { ...json, key: 'id', unit: 'ms' } },
    { pattern: 'wait (?<interval>\\d+)', unit: 's' },
    { pattern: '\\s*<b>(?<interval>[0-9.]+)</b> \\(\\?=\\) (?<key>\\w+).*', unit: 'ms' },
  ])('takes %j', (waiting) => expect(sentences(waiting)).toEqual([]));

  it.each([
    ['soon', `${AT}: must be { json: … } or { pattern: …, unit: … }, got "soon"`],
    [{}, `${AT}: must be { json: … } or { pattern: …, unit: … }, got {}`],
    [
      { json, pattern: '(?<interval>1)', unit: 's' },
      `${AT}: must be { json: … } or { pattern: …, unit: … }, got {"json":{"state":"place.state","is":"waiting","interval":"ag…`,
    ],
    [{ json: { ...json, unit: 'min' } }, `${AT}.json.unit: must be one of ms, s, got "min"`],
    [{ json: { ...json, is: '' } }, `${AT}.json.is: must be a text that is not empty, got ""`],
    [{ json: { ...json, key: 7 } }, `${AT}.json.key: must be a text that is not empty, got 7`],
    [
      { json: { ...json, states: 'x' } },
      `${AT}.json.states: must be a field that is read, got states; did you mean state? The fields are state, is, interval, unit, key`,
    ],
    [{ json, unit: 's' }, `${AT}.unit: must be one of the fields json, got unit`],
    [{ pattern: '(?<interval>1)' }, `${AT}.unit: must be one of ms, s, got nothing`],
    [{ pattern: '', unit: 's' }, `${AT}.pattern: must be a text that is not empty, got ""`],
    [{ pattern: '([0-9]+', unit: 's' }, `${AT}.pattern: must be a regular expression, got "([0-9]+"`],
    [{ pattern: '([0-9]+)', unit: 's' }, `${AT}.pattern: must have a group named interval, as in (?<interval>[0-9]+), got "([0-9]+)"`],
  ])('refuses %j', (waiting, sentence) => expect(sentences(waiting)).toEqual([sentence]));

  it.each([
    '(?=x)(?<interval>1)',
    '(?<!x)(?<interval>1)',
    '(x)\\1(?<interval>1)',
    '(?<interval>1)\\k<interval>',
    '\\u0031(?<interval>1)',
    '\\\\(?!x)(?<interval>1)',
  ])('refuses what Go does not read: %s', (pattern) =>
    expect(sentences({ pattern, unit: 's' })).toEqual([
      `${AT}.pattern: must be without look-around, back references and escapes such as \\u, which Go reads in another way or not at all, got ${JSON.stringify(pattern)}`,
    ]),
  );

  it('still wants the three functions', () => {
    const problems: Problem[] = [];
    checkDialect({ ask: 1, read() {}, waiting: { json } }, 'waitingRoom', problems);
    expect(problems.map(({ path }) => path)).toEqual(['waitingRoom.ask', 'waitingRoom.enter']);
  });
});
