import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeK6 } from '../fake-program.ts';
import { BIN, runCli } from '../run-cli.ts';
import { oneJourney } from '../shop/shop-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cwd = temporaryFolder();
const run = (...args: string[]) => runCli(args, { cwd });

describe.concurrent('the command line', () => {
  it('shows its commands', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['rehearse', 'report', 'list', 'bundle', 'target', 'forecast', 'size', 'calc', 'doctor'])
      expect(stdout).toContain(command);
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
    [['rehearse'], 'surge: must be given, a file or a name of `surgeproof list`; or --url for one address'],
    [['rehearse', 'smoke', 'twice'], 'too many arguments'],
    [[], 'command: must be given'],
    [['rehearse', 'onnuri-lanch'], 'got onnuri-lanch, which is neither; did you mean onnuri-launch?'],
    [['rehearse', '__proto__'], 'got __proto__, which is neither'],
    [
      ['rehearse', 'smoke', '--url', 'http://127.0.0.1:1/', '--rate', '1/s', '--for', '1s'],
      'surge: must be left out with --url, got smoke',
    ],
    [['bundle', 'smoke'], '--target: must be an http target, got the reference service onnuri, which a script cannot start'],
    [['target', 'onuri'], 'got onuri; did you mean onnuri?'],
    [['report', 'last'], 'run: must be a run folder or the name of one in'],
    [['target', 'onnuri', '--port', '80', '--nodes', 'many'], '--nodes: must be a whole number from 1 to 20, got many'],
  ])('ends %j with one sentence and status 2', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('says everything that is wrong with the options at once', async () => {
    const { code, stderr } = await run(
      'rehearse',
      'smoke',
      '--profile',
      'smok',
      '--seed=-1',
      '--nodes',
      '0',
      '--rate',
      '5',
      '--target',
      'x',
    );
    expect(stderr.trim().split('\n')).toEqual([
      '--seed: must be a whole number from 0 to 4294967295, got -1',
      '--nodes: must be a whole number from 1 to 20, got 0',
      '--rate: must be a rate above 0 with its unit such as 50/s or 1200/min, got 5',
      expect.stringMatching(/^--profile: must be a profile of the surge, got smok; did you mean smoke\? The profiles are smoke/),
      expect.stringMatching(
        /^--target: must be a reference service \(.*onnuri.*\), a loopback address or a target of k6\.config\.ts, which has none here, got x$/,
      ),
    ]);
    expect(code).toBe(2);
  });

  it('shows an example for every command', async () => {
    for (const command of ['rehearse', 'report', 'list', 'bundle', 'target', 'forecast', 'size', 'calc', 'doctor']) {
      const { stdout } = await run(command, '--help');
      expect(stdout, command).toMatch(new RegExp(`Examples:\\n {2}surgeproof ${command}`));
    }
  });

  it('lists surges with their profiles, also one that cannot be loaded', async () => {
    const folder = join(cwd, 'listed');
    mkdirSync(folder);
    writeFileSync(join(folder, 'broken.surge.ts'), 'export default {');
    const { code, stdout } = await runCli(['list'], { cwd: folder });
    expect(stdout).toMatch(/^\.\/broken\.surge\.ts: broken\.surge\.ts:1: Expected/m);
    expect(stdout).toMatch(/^onnuri-launch: .+\n {2}smoke +.+ people in /m);
    expect(code).toBe(0);
  });

  it('writes one script for k6 with thresholds and a block list', async () => {
    const folder = join(cwd, 'bundled');
    mkdirSync(folder);
    writeFileSync(join(folder, 'sale.surge.ts'), oneJourney("await user.get('page', '/');").replace("'shop'", "'http://127.0.0.1:9'"));
    const { code, stderr, stdout } = await runCli(['bundle', './sale.surge.ts', '--out', 'sale.js'], { cwd: folder });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('k6 run sale.js');
    const script = readFileSync(join(folder, 'sale.js'), 'utf8');
    expect(script).toContain('response_time{step:page}');
    expect(script).toContain('blacklistIPs: ["128.0.0.0/1"');
    expect(script).not.toContain('127.0.0.1/32');
    expect(script.match(/from "(?!k6)[^"]+"/g)).toBeNull();
  });

  it.each([
    ['onnuir', 'got onnuir; did you mean onnuri?'],
    ['http://198.51.100.7/', 'must be listed in k6.config.ts when it is not on this machine'],
  ])('refuses the target %s with status 6', async (target, sentence) => {
    const { code, stderr } = await run('rehearse', 'smoke', '--target', target);
    expect(stderr).toContain(sentence);
    expect(code).toBe(6);
  });

  it('prints exactly one JSON document with --json, also for an error', async () => {
    const { code, stdout } = await run('rehearse', 'nothing', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'surgeproof/error', version: 1, error: { code: 'no-such-surge', exit: 2 } });
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

  it.each([
    [2, ['smoke', '--line', 'wheel'], '--line: must be native or typescript, got wheel'],
    [
      2,
      ['--url', 'http://127.0.0.1:9/', '--rate', '5/s', '--for', '9s', '--line', 'native'],
      '--line: must be left out without a waiting room',
    ],
    [3, ['smoke', '--line', 'native'], 'k6 with k6/x/surgeproof was not found and could not be made'],
  ])('ends with status %i where the native line cannot be had: %o', async (status, args, sentence) => {
    const env = { PATH: '/nowhere', K6_BIN: fakeK6(join(cwd, 'stock-k6'), '2.2.0'), XDG_CACHE_HOME: join(cwd, 'no-cache') };
    const { code, stderr } = await runCli(['rehearse', ...args], { cwd, env });
    expect(stderr).toContain(sentence);
    expect(code).toBe(status);
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
