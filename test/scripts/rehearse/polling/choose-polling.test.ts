import { describe, expect, it } from 'vitest';
import { netfunnelDialect } from '../../../../engine/waiting-room/dialects/netfunnel.ts';
import { surgeproofDialect } from '../../../../engine/waiting-room/dialects/surgeproof.ts';
import { choosePolling, lineAdvice } from '../../../../scripts/rehearse/polling/choose-polling.ts';
import { nativeProblem, waitingForm } from '../../../../scripts/rehearse/polling/waiting-form.ts';
import { httpTarget } from '../target/http-target.ts';

const service = { kind: 'service', name: 'board', maximumArrivalRate: 100 } as const;
const room = (dialect: 'surgeproof' | 'netfunnel' | 'surge') => httpTarget({ waitingRoom: { base: 'http://127.0.0.1:2', dialect } });
const functions = { ask: () => null, read: () => null, enter: () => ({}) };

describe('waitingForm', () => {
  it.each([
    ['no-room', httpTarget(), {}],
    ['no-room', service, {}],
    ['data', service, { lanes: { main: {} } }],
    ['data', room('surgeproof'), {}],
    ['data', room('netfunnel'), { waitingRoom: functions }],
    ['functions', room('surge'), { waitingRoom: functions }],
    ['data', room('surge'), { waitingRoom: { ...functions, waiting: { pattern: 'wait (?<interval>\\d+)', unit: 's' } } }],
  ] as const)('is %s for %o', (form, target, definition) => expect(waitingForm(target, definition)).toBe(form));
});

describe('the built-in dialects', () => {
  it('say as data how a waiting answer looks', () => {
    for (const { waiting } of [surgeproofDialect, netfunnelDialect]) expect(waiting).toBeDefined();
  });
});

describe('choosePolling', () => {
  const [native, stock] = [{ extended: true }, { extended: false }];

  it.each([
    ['data', null, native, { line: 'native', because: null }],
    ['data', 'native', native, { line: 'native', because: null }],
    ['data', null, stock, { line: 'typescript', because: 'k6' }],
    ['data', 'typescript', native, { line: 'typescript', because: 'asked' }],
    ['data', 'typescript', stock, { line: 'typescript', because: 'asked' }],
    ['functions', null, native, { line: 'typescript', because: 'dialect' }],
    ['no-room', null, native, null],
    ['no-room', 'typescript', stock, null],
  ] as const)('of %s, asked for %s, with k6 %o: %o', (form, asked, k6, polling) => expect(choosePolling(form, asked, k6)).toEqual(polling));
});

describe('nativeProblem', () => {
  it('refuses the native line where nobody is polled, and where the dialect is made of functions', () => {
    expect(nativeProblem('data')).toBeNull();
    expect(nativeProblem('no-room')).toMatch(/^--line: must be left out without a waiting room.*got native$/);
    expect(nativeProblem('functions')).toMatch(/^--line: must be typescript for .* has no `waiting`, got native; add `waiting`/);
  });
});

describe('lineAdvice', () => {
  const k6 = { path: '/opt/k6', version: '2.2.0', extended: false };
  const because = (from: 'PATH' | 'cache') => lineAdvice({ line: 'typescript', because: 'k6' }, { ...k6, from });

  it('names the k6 that has no native line, and the way to one', () => {
    expect(because('PATH')).toBe(
      'k6 2.2.0 at /opt/k6 has no native line of this version, so people in the queue are polled in TypeScript; with Go 1.26 in PATH, `--line native` builds one that has it.',
    );
    expect(because('cache')).toMatch(/; surgeproof builds one that has it as soon as Go 1\.26 .* is in PATH and can fetch its modules\.$/);
  });

  it('is silent when k6 is not the reason', () => {
    for (const polling of [null, { line: 'typescript', because: 'asked' }, { line: 'native', because: null }] as const)
      expect(lineAdvice(polling, { ...k6, from: 'PATH' })).toBeNull();
  });
});
