import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const folder = temporaryFolder();

interface Event {
  readonly Action: string;
  readonly Package?: string;
  readonly Test?: string;
  readonly Output?: string;
  readonly ImportPath?: string;
}

/** Events as `go test -json` prints them, one a line. */
const go = (...events: Event[]): string => events.map((event) => JSON.stringify({ Package: 'native', ...event })).join('\n');
const vitest = (passed: number, failed: number, files: readonly object[] = []): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files });

const PASSED = go({ Action: 'pass', Test: 'TestWheel' }, { Action: 'pass' });

function counted(vitestReport: string | null, goReport: string | null): { lines: string[]; status: number | null } {
  const files = [join(folder, 'vitest.json'), join(folder, 'go.json')] as const;
  for (const [i, text] of [vitestReport, goReport].entries()) writeFileSync(files[i]!, text ?? '');
  const { stdout, status } = spawnSync(process.execPath, ['.ci/count-tests.mjs', ...files], { encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), status };
}

describe('.ci/count-tests.mjs', () => {
  it('adds up the tests of both, those of Go by their subtests, without those that were skipped', () => {
    const report = go(
      { Action: 'run', Test: 'TestRows' },
      { Action: 'pass', Test: 'TestRows/first' },
      { Action: 'pass', Test: 'TestRows/second' },
      { Action: 'pass', Test: 'TestRows' },
      { Action: 'pass', Test: 'TestRow' },
      { Action: 'skip', Test: 'TestSlow' },
      { Action: 'pass' },
    );
    expect(counted(vitest(10, 0), report)).toEqual({ lines: ['13 passed, 0 failed'], status: 0 });
  });

  it('counts what failed, and shows what it said', () => {
    const report = go(
      { Action: 'output', Test: 'TestRows', Output: '    rows_test.go:9: want 1, got 2\n' },
      { Action: 'fail', Test: 'TestRows' },
      { Action: 'output', Test: 'TestWheel', Output: '--- PASS: TestWheel\n' },
      { Action: 'pass', Test: 'TestWheel' },
      { Action: 'fail' },
    );
    expect(counted(vitest(10, 2), report)).toEqual({
      lines: ['rows_test.go:9: want 1, got 2', '11 passed, 3 failed'],
      status: 1,
    });
  });

  it('counts a package of Go that does not compile, and a file of vitest that cannot be loaded, as one each', () => {
    const report = go({ Action: 'build-output', ImportPath: 'native', Output: './wheel.go:3:1: syntax error\n' }, { Action: 'fail' });
    const unloaded = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(counted(vitest(10, 1, [unloaded, failing]), report)).toEqual({
      lines: ['./wheel.go:3:1: syntax error', '10 passed, 3 failed'],
      status: 1,
    });
  });

  it.each([
    ['go', vitest(10, 0), null, 10],
    ['go', vitest(10, 0), 'go: command not found', 10],
    ['vitest', null, PASSED, 1],
    ['vitest', vitest(0, 0), PASSED, 1],
  ])('fails without a report of %s', (name, vitestReport, goReport, passed) =>
    expect(counted(vitestReport, goReport)).toEqual({
      lines: [`no test report of ${name} was written`, `${passed} passed, 1 failed`],
      status: 1,
    }),
  );
});
