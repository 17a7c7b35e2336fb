import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditSchema } from '../../../scripts/schemas/run/audit/audit.ts';
import { k6AtHand, PATIENCE } from '../rehearsal.ts';
import { runCli } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { rehearseLottery, violated } from './lottery-rehearsal.ts';

k6AtHand();
const parent = temporaryFolder();

it('finds receipts without an application at a service that surgeproof does not know, and says which', PATIENCE, async () => {
  const short = (text: string) => text.replace("for: '12 s'", "for: '4 s'");
  const run = await rehearseLottery(parent, 'receipt-without-commit', short);
  expect(run.code, run.stderr + run.stdout).toBe(1);
  expect(violated(run)).toEqual(['receipt-has-application']);
  expect(auditSchema.safeParse(run.audit).error).toBeUndefined();
  const [found] = run.audit.checks;
  expect(found!.violations).toBeGreaterThan(0);
  expect(found!.examples[0]).toMatch(/^key \S+ of person \d+: shown receipt R-\d+, no application is kept$/);
  // All others were checked, over every application and attempt of the run.
  expect(run.audit.checks.filter(({ examined, notMade }) => examined === 0 || notMade !== undefined)).toEqual([]);
  const report = readFileSync(join(run.folder, 'report.html'), 'utf8');
  expect(report).toContain('each receipt stands for an application');
  expect(report).toContain('no application is kept');
  expect(readFileSync(join(run.folder, 'report.md'), 'utf8')).toContain('no application is kept');
  // The server is gone: a recorded run is judged from its folder alone.
  const again = await runCli(['report', run.folder], { cwd: parent });
  expect(again.code, again.stderr).toBe(1);
});
