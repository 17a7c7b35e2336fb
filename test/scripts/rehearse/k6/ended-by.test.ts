import { describe, expect, it } from 'vitest';
import { endedBy, endOf, panicOf } from '../../../../scripts/rehearse/k6/ended-by.ts';

describe('panicOf', () => {
  // As Go 1.26 and k6 2.2.0 print them.
  it.each([
    ['panic: runtime error: invalid memory address or nil pointer dereference', true],
    ['panic: assignment to entry in nil map [recovered, repanicked]', true],
    ['fatal error: concurrent map read and map write', true],
    ['unexpected k6 panic: runtime error: slice bounds out of range [:5] with capacity 3', true],
    ['[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a1b2c]', false],
    ['goroutine 41 [running]:', false],
    ['\tpanic: again', false],
    ['panic:', false],
    ['do not panic: it is a test', false],
  ])('%s: %s', (line, isPanic) => expect(panicOf(line)).toBe(isPanic ? line : null));

  it('keeps 200 characters', () => expect(panicOf(`panic: ${'x'.repeat(1_000)}`)).toHaveLength(200));
});

describe('endedBy', () => {
  const panic = 'panic: no';

  it('knows nothing bad of an end with status 0, whatever was printed', () =>
    expect(endedBy({ code: 0, signal: null }, panic)).toEqual({ interruption: null, detail: null, panic: null }));

  it.each([
    [{ code: 2, signal: null }, 'code 2', panic],
    [{ code: 109, signal: null }, 'code 109', panic],
    [{ code: 107, signal: null }, 'code 107', null],
    [{ code: null, signal: 'SIGKILL' }, 'SIGKILL', null],
  ])('takes %o for a death of the generator', (end, words, reason) =>
    expect(endedBy(end, panic)).toEqual({
      interruption: 'generator-died',
      detail: `k6 ended with ${words} before the run was over; see k6.log.`,
      panic: reason,
    }),
  );
});

describe('endOf', () => {
  const asked = { interruption: 'signal', detail: 'Stopping.', panic: null } as const;

  it('is what asked k6 to stop, or how it ended by itself', () => {
    const killed = endedBy({ code: null, signal: 'SIGKILL' }, null);
    expect(endOf(asked, killed)).toBe(asked);
    expect(endOf(null, killed)).toBe(killed);
  });

  it('is a panic even after k6 was asked to stop', () => {
    const panicked = endedBy({ code: 2, signal: null }, 'panic: no');
    expect(endOf(asked, panicked)).toBe(panicked);
  });
});
