import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import {
  descendants,
  k6AtHand,
  LONG,
  measured,
  PATIENCE,
  partOf,
  processes,
  readJson,
  runOf,
  SHORT,
  startRehearsal,
  verdictOf,
} from './rehearsal.ts';
import { runCli } from './run-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const cwd = temporaryFolder();
const K6 = '--log-format=raw';

describe.concurrent('when a part of a rehearsal dies', PATIENCE, () => {
  it('a killed target gives FAIL and status 1, with the reason first and what was measured kept', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'target'), LONG);
    await measured(rehearsal, 2);
    process.kill(partOf(rehearsal, 'waiting-room-main.js').pid, 'SIGKILL');
    const { code, stderr } = await rehearsal.finished;
    expect(stderr).toContain('The target is gone: the waiting room of the reference service ended (killed).');
    expect([code, verdictOf(rehearsal.folder).verdict, runOf(rehearsal.folder).interruption]).toEqual([1, 'FAIL', 'target-died']);
    expect(runOf(rehearsal.folder).users.arrived).toBeGreaterThanOrEqual(40);
    expect(readJson<{ done: boolean }>(rehearsal.folder, 'audit.json').done).toBe(true);
  });

  it('a killed k6 gives INVALID and status 5, with a report on what was measured', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'k6'), LONG);
    await measured(rehearsal, 2);
    process.kill(partOf(rehearsal, K6).pid, 'SIGKILL');
    const { code, stdout } = await rehearsal.finished;
    expect([code, verdictOf(rehearsal.folder).verdict, runOf(rehearsal.folder).interruption]).toEqual([5, 'INVALID', 'generator-died']);
    expect(stdout).toContain('Next    surgeproof doctor');
    expect(existsSync(join(rehearsal.folder, 'report.html'))).toBe(true);
  });

  it('a starved generator gives INVALID and status 5', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'starved'), `${SHORT}, arrivals: [constant('20/s', { for: '10 s' })]`);
    await measured(rehearsal, 2);
    const { pid } = partOf(rehearsal, K6);
    process.kill(pid, 'SIGSTOP');
    // The starvation itself: as long as a third of the arrivals last.
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    process.kill(pid, 'SIGCONT');
    const { code } = await rehearsal.finished;
    const { verdict, validity } = verdictOf(rehearsal.folder);
    expect([code, verdict]).toEqual([5, 'INVALID']);
    expect(validity.filter((one) => one.verdict === 'INVALID').map(({ id }) => id)).toContain('validity.loop-lag');
  });

  it('a killed surgeproof leaves no process, and a folder that report can read', async ({ expect }) => {
    const rehearsal = startRehearsal(join(cwd, 'killed'), LONG);
    await measured(rehearsal, 2);
    const left = descendants(rehearsal.child.pid!).map(({ pid }) => pid);
    expect(left.length).toBeGreaterThan(4);
    rehearsal.child.kill('SIGKILL');
    await rehearsal.finished;
    await expect
      .poll(() => processes().filter(({ pid, command }) => left.includes(pid) && !command.includes('defunct')), { timeout: 30_000 })
      .toEqual([]);
    const { code, stderr } = await runCli(['report', rehearsal.folder], { cwd });
    expect([code, verdictOf(rehearsal.folder).verdict, runOf(rehearsal.folder).interruption], stderr).toEqual([5, 'INVALID', 'killed']);
    expect(verdictOf(rehearsal.folder).headline).toBe('Surgeproof was killed before the run was over.');
    expect(readdirSync(rehearsal.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
