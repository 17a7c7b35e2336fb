import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeK6 } from '../fake-program.ts';
import { BIN, runCli } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cwd = temporaryFolder();
const run = (...args: string[]) => runCli(args, { cwd });

describe.concurrent('the command line', () => {
  it('shows its commands', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['rehearse', 'report', 'doctor', 'target']) expect(stdout).toContain(command);
    expect(stderr).toBe('');
  });

  it('says its version when it is called through a symbolic link in another folder', async () => {
    const link = join(cwd, 'surgeproof');
    symlinkSync(BIN, link);
    const { code, stdout } = await runCli(['--version'], { cwd: '/', bin: link });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['rehears', 'smoke'], "unknown command 'rehears'; did you mean rehearse?"],
    [['rehearse', 'smoke', '--sed', '3'], "unknown option '--sed'; did you mean --seed?"],
    [['rehearse'], "missing required argument 'scenario'"],
    [['rehearse', 'smoke', 'twice'], 'too many arguments'],
    [[], 'command: must be given'],
    [['rehearse', 'onnuri-lanch'], 'scenario: must be one of onnuri-launch, smoke, got onnuri-lanch; did you mean onnuri-launch?'],
    [['rehearse', '__proto__'], 'scenario: must be one of onnuri-launch, smoke, got __proto__'],
    [['report', 'last'], 'run: must be a run folder or the name of one in'],
    [['target', '--port', '80', '--nodes', 'many'], '--nodes: must be a whole number from 1 to 20, got many'],
  ])('ends %j with one sentence and status 2', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('says everything that is wrong with the options at once', async () => {
    const { code, stderr } = await run('rehearse', 'smoke', '--profile', 'labb', '--seed=-1', '--nodes', '0');
    expect(stderr.trim().split('\n')).toEqual([
      '--profile: must be one of smoke, lab, full, got labb; did you mean lab?',
      '--seed: must be a whole number from 0 to 4294967295, got -1',
      '--nodes: must be a whole number from 1 to 20, got 0',
    ]);
    expect(code).toBe(2);
  });

  it('says everything that is wrong with a profile given as JSON', async () => {
    const { code, stderr } = await runCli(['rehearse', 'smoke'], { cwd, env: { SURGEPROOF_PROFILE_JSON: '{"hosts":0}' } });
    expect(stderr).toContain('SURGEPROOF_PROFILE_JSON cannot be used as it is:');
    expect(stderr).toContain('profile.hosts: must be a whole number, at least 1, got 0');
    expect(stderr).toContain('profile.arrivalSeconds: ');
    expect(code).toBe(2);
  });

  it.each([
    ['lokal', 'got lokal; did you mean local?'],
    ['http://198.51.100.7/', 'must be listed in k6.config.ts (embedded, local)'],
  ])('refuses the target %s with status 6', async (target, sentence) => {
    const { code, stderr } = await run('rehearse', 'smoke', '--target', target);
    expect(stderr).toContain(sentence);
    expect(code).toBe(6);
  });

  it('prints exactly one JSON document with --json, also for an error', async () => {
    const { code, stdout } = await run('rehearse', 'nothing', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'surgeproof/error', version: 1, error: { code: 'unknown-scenario', exit: 2 } });
    expect(code).toBe(2);
  });

  it('ends with status 3 and the remedy when there is neither k6 nor Go', async () => {
    const env = { PATH: '/nowhere', K6_BIN: '', XDG_CACHE_HOME: join(cwd, 'no-cache'), SURGEPROOF_K6_RELEASES: 'http://127.0.0.1:9' };
    const { code, stderr } = await runCli(['rehearse', 'smoke'], { cwd, env });
    expect(stderr).toContain('k6 was not found and could not be made');
    expect(stderr).toContain('build: no go in PATH');
    expect(stderr).toContain('Install k6 2.2 so that it is in PATH, set K6_BIN to its path, or install Go');
    expect(code).toBe(3);
    expect(existsSync(join(cwd, 'runs'))).toBe(false);
  });

  it('refuses an --out folder that has files', async () => {
    const out = join(cwd, 'full');
    mkdirSync(join(out, 'something'), { recursive: true });
    const env = { K6_BIN: fakeK6(join(cwd, 'k6'), '2.2.0') };
    const { code, stderr } = await runCli(['rehearse', 'smoke', '--out', out], { cwd, env });
    expect(stderr).toContain(`--out: must be a new or an empty folder, got ${out}, which has files`);
    expect(code).toBe(2);
  });
});
