import { describe, expect, it } from 'vitest';
import { judge } from '../../../../models/verdict/judge.ts';
import type { Outcome, Owner } from '../../../../models/workload/log/outcome.ts';
import { erring, inputOf, log, open } from '../runs.ts';

/** Every request of the only step that anyone reached ends like this. */
const everywhere = (outcome: Outcome, cause: string, owner: Owner) =>
  judge(
    inputOf(
      erring(
        log(() => [{ step: 'open-app', ms: 2, outcome }]),
        [2, cause, owner, 100],
      ),
      { configuration: open() },
    ),
  );

describe('a target where every request fails', () => {
  it.each([
    ['rejected', 'HTTP 404', 'unclear', /^Check the paths and accounts of the surge file/],
    ['rejected', 'HTTP 401', 'unclear', /^Check the paths and accounts of the surge file/],
    ['rejected', 'HTTP 429', 'system', /^The target limits the number of requests/],
    [
      'failed',
      'HTTP 500',
      'system',
      /^Look up these errors in the log of the target; if they occur only under load, add capacity at the target, and/,
    ],
    ['timeout', 'request timeout', 'system', /^Look up these errors in the log of the target/],
    [
      'unreachable',
      'x509: certificate signed by unknown authority',
      'client environment',
      /^Add the certificate authority of the target .*tls\.ca/,
    ],
    ['unreachable', 'dial tcp 127.0.0.1:9: connect: connection refused', 'system', /^Check that the target runs and can be reached/],
  ] as const)('%s by %s is FAIL with its own advice, and without noise', (outcome, cause, owner, advice) => {
    const file = everywhere(outcome, cause, owner);
    expect(file.verdict).toBe('FAIL');
    expect(file.headline).toBe('100 % of 6,000 attempts at “open-app” failed (budget 1 %).');
    expect(file.advice).toMatch(advice);
    expect(file.findings.join(' ')).toContain(`The most frequent cause is “${cause}”: 6,000 of 6,000 failed requests.`);
    const text = [file.headline, ...file.findings, file.advice].join(' ');
    expect(text).not.toMatch(/fault|waited|queue|nodes|not measured|too few/);
    // Dozens of criteria are INCONCLUSIVE; none of them is a finding.
    expect(file.findings.length).toBeLessThanOrEqual(3);
  });

  it('says whose a failure is only where the cause supports it', () => {
    expect(everywhere('rejected', 'HTTP 404', 'unclear').findings.at(-1)).toBe(
      'Such a refusal alone does not show whether the surge file or the target is wrong.',
    );
    expect(everywhere('unreachable', 'no sockets left', 'client environment').findings.at(-1)).toContain('load generator');
    expect(everywhere('failed', 'HTTP 502', 'third party').findings.at(-1)).toContain('third party');
    expect(everywhere('failed', 'HTTP 500', 'system').findings).toHaveLength(1);
    expect(everywhere('unreachable', 'x509: certificate signed by unknown authority', 'client environment').findings).toHaveLength(1);
  });

  it('cuts a long cause', () => {
    expect(everywhere('failed', 'x'.repeat(300), 'system').findings[0]!.length).toBeLessThan(200);
  });
});
