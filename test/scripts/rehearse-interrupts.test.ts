import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { descendants, k6AtHand, LONG, measured, PATIENCE, processes, readJson, runOf, startRehearsal, verdictOf } from './rehearsal.ts';
import { runCli } from './run-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const cwd = temporaryFolder();

describe.concurrent('interrupting a rehearsal', PATIENCE, () => {
  it('in the middle keeps what was measured, audits, reports, and ends with 130', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'middle'), LONG);
    await measured(rehearsal, 2);
    rehearsal.child.kill('SIGINT');
    const { code, stderr } = await rehearsal.finished;
    expect(code, stderr).toBe(130);
    expect(runOf(rehearsal.folder)).toMatchObject({ interruption: 'signal' });
    // How good the few seconds were depends on the machine; they are never a pass.
    expect(['INCONCLUSIVE', 'FAIL', 'INVALID']).toContain(verdictOf(rehearsal.folder).verdict);
    expect(readJson<{ done: boolean }>(rehearsal.folder, 'audit.json').done).toBe(true);
    expect(existsSync(join(rehearsal.folder, 'report.html'))).toBe(true);
  });

  it('before the first request leaves nothing behind', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'early'), LONG);
    await rehearsal.says('Starting the reference service');
    rehearsal.child.kill('SIGINT');
    const { code, stderr } = await rehearsal.finished;
    expect(stderr).toContain('nothing was measured, and no files are left');
    expect(code).toBe(130);
    expect(existsSync(rehearsal.folder)).toBe(false);
  });

  it('by SIGTERM while the report is drawn still ends with a whole report and 130', async ({ expect }) => {
    const rehearsal = startRehearsal(
      join(cwd, 'late'),
      `${LONG}, arrivals: [constant('20/s', { for: '3 s' })], drain: '4 s', timeout: '3 s'`,
    );
    await rehearsal.says('Judging and drawing');
    rehearsal.child.kill('SIGTERM');
    const { code } = await rehearsal.finished;
    expect(code).toBe(130);
    expect(existsSync(join(rehearsal.folder, 'report.html'))).toBe(true);
    expect(runOf(rehearsal.folder).interruption).toBe(null);
  });

  it('twice leaves at once, without processes, and with a folder that report can read', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'twice'), LONG);
    await measured(rehearsal, 2);
    const left = descendants(rehearsal.child.pid!).map(({ pid }) => pid);
    rehearsal.child.kill('SIGINT');
    await rehearsal.says('Ctrl-C again leaves at once');
    // Two signals within 300 ms count as one.
    await new Promise((resolve) => setTimeout(resolve, 400));
    rehearsal.child.kill('SIGINT');
    expect((await rehearsal.finished).code).toBe(130);
    await expect
      .poll(() => processes().filter(({ pid, command }) => left.includes(pid) && !command.includes('defunct')), { timeout: 30_000 })
      .toEqual([]);
    expect(readdirSync(rehearsal.folder)).toContain('ending.json');
    expect((await runCli(['report', rehearsal.folder], { cwd })).stdout).toContain('Report  ');
    expect(runOf(rehearsal.folder).interruption).toBe('signal');
  });
});
