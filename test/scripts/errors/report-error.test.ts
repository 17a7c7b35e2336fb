import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../scripts/errors/exit-code.ts';
import { reportOf } from '../../../scripts/errors/report-error.ts';
import { SurgeproofError } from '../../../scripts/errors/surgeproof-error.ts';

describe('reportOf', () => {
  it('makes one sentence without a stack of a known error', () => {
    const error = new SurgeproofError('port-in-use', { port: 8080 });
    expect(reportOf(error)).toEqual({
      code: 'port-in-use',
      message: 'port 8080: must be free, but something listens on it; stop that, or choose another with --port',
      exit: 2,
    });
  });

  it('takes escape sequences out of what others wrote', () => {
    const error = new SurgeproofError('target-failed', { reason: '\u001b[2Jgone\u0007' });
    expect(reportOf(error).message).toBe('The reference service could not start: gone');
  });

  it('calls everything else a bug, with status 70 and the stack in a file', () => {
    const report = reportOf(new TypeError('x is not a function'));
    expect(report).toMatchObject({ code: 'bug', exit: 70 });
    const file = /please report it with (\S+)\.$/.exec(report.message)?.[1] ?? '';
    expect(report.message).not.toContain('\n');
    expect(readFileSync(file, 'utf8')).toContain('TypeError: x is not a function\n    at ');
    rmSync(file);
  });
});

describe('exitCodeOf', () => {
  // The closed list of exit codes that `surgeproof` promises.
  it.each([
    ['PASS', 0],
    ['WARN', 0],
    ['FAIL', 1],
    ['INCONCLUSIVE', 4],
    ['INVALID', 5],
  ] as const)('ends %s with %i, and with 130 when interrupted', (verdict, code) => {
    expect(exitCodeOf(verdict, false)).toBe(code);
    expect(exitCodeOf(verdict, true)).toBe(130);
  });
});
