import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { auditSchema } from '../../scripts/schemas/run/audit.ts';
import { endingSchema } from '../../scripts/schemas/run/ending.ts';
import { manifestSchema } from '../../scripts/schemas/run/manifest.ts';
import { runSchema } from '../../scripts/schemas/run/run.ts';
import { verdictSchema } from '../../scripts/schemas/run/verdict.ts';
import { k6AtHand, PATIENCE, readJson, runOf, SHORT, startRehearsal, verdictOf } from './rehearsal.ts';
import { runCli, startCli } from './run-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const cwd = temporaryFolder();

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Two neighbouring ports nobody uses, the first of them; below those that outgoing connections take. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if ((await canListen(port)) && (await canListen(port + 1))) return port;
  }
}

describe('surgeproof rehearse', PATIENCE, () => {
  it('passes on a healthy target, with one JSON document and a folder of valid files, and report says the same again', async ({
    expect,
  }) => {
    const env = { SURGEPROOF_PROFILE_JSON: JSON.stringify(SHORT) };
    const { code, stdout, stderr } = await runCli(['rehearse', 'smoke', '--json', '--seed', '9'], { cwd, env });
    expect(code, stderr).toBe(0);
    const { folder, verdict, exit } = JSON.parse(stdout);
    expect(['PASS', 'WARN']).toContain(verdict.verdict);
    expect(exit).toBe(0);
    const runs = join(cwd, 'runs');
    expect(join(runs, readlinkSync(join(runs, 'latest')))).toBe(folder);
    const files = { manifest: manifestSchema, run: runSchema, verdict: verdictSchema, audit: auditSchema, ending: endingSchema };
    for (const [name, schema] of Object.entries(files)) expect(schema.safeParse(readJson(folder, `${name}.json`)).error).toBeUndefined();
    for (const name of ['report.html', 'report.md', 'generator.ndjson', 'charts']) expect(existsSync(join(folder, name))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    // 20 people a second for five seconds, evenly spaced.
    expect(runOf(folder).users.arrived).toBe(100);
    const again = await runCli(['report', 'latest', '--json'], { cwd });
    expect(JSON.parse(again.stdout).verdict).toEqual(verdict);
    expect(again.code).toBe(0);
  });

  it.concurrent('fails with status 1 when a budget is broken: clients that stop waiting after 20 ms', async ({ expect }) => {
    const folder = join(cwd, 'broken');
    const { finished } = startRehearsal(folder, { ...SHORT, clientTimeout: 20 });
    const { code, stdout } = await finished;
    expect([code, verdictOf(folder).verdict]).toEqual([1, 'FAIL']);
    expect(stdout).toMatch(/^✗ FAIL: /m);
    expect(stdout).toContain(`Report  ${folder}/report.html`);
  });

  it.concurrent('fails with status 1 and the reason when the target is down from the start', async ({ expect }) => {
    const folder = join(cwd, 'down');
    const port = await freePorts();
    const env = { SURGEPROOF_APP: `http://127.0.0.1:${port}`, SURGEPROOF_WAITING: `http://127.0.0.1:${port + 1}` };
    const { code, stdout, stderr } = await startRehearsal(folder, { ...SHORT, arrivalSeconds: 30 }, env, '--target', 'local').finished;
    expect(stderr).toContain('The target is gone: nothing answers at http://127.0.0.1:');
    expect([code, verdictOf(folder).verdict, runOf(folder).interruption], stdout).toEqual([1, 'FAIL', 'target-died']);
  });
});

describe('surgeproof target', PATIENCE, () => {
  it('serves what --target local can rehearse, and ends with status 0 on SIGTERM', async ({ expect }) => {
    const port = await freePorts();
    const served = startCli(['target', '--nodes', '1', '--port', String(port), '--json'], { cwd });
    await served.says('"surgeproof/target"');
    const folder = join(cwd, 'local');
    const env = { SURGEPROOF_APP: `http://127.0.0.1:${port + 1}`, SURGEPROOF_WAITING: `http://127.0.0.1:${port}` };
    const { code, stderr } = await startRehearsal(folder, SHORT, env, '--target', 'local').finished;
    expect(code, stderr).toBe(0);
    expect(existsSync(join(folder, 'audit.json'))).toBe(false);
    const swapped = { SURGEPROOF_APP: env.SURGEPROOF_WAITING, SURGEPROOF_WAITING: env.SURGEPROOF_APP };
    const wrong = await startRehearsal(join(cwd, 'swapped'), SHORT, swapped, '--target', 'local').finished;
    expect(wrong.stderr).toContain('the two addresses are exchanged');
    expect([wrong.code, existsSync(join(cwd, 'swapped'))]).toEqual([6, false]);
    served.child.kill('SIGTERM');
    const { code: ended, stdout } = await served.finished;
    expect([ended, JSON.parse(stdout).schema]).toEqual([0, 'surgeproof/target']);
  });

  it('says with status 2 which port is in use', async ({ expect }) => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const { code, stderr } = await runCli(['target', '--port', String(port)], { cwd });
    busy.close();
    expect(stderr).toBe(`port ${port}: must be free, but something listens on it; stop that, or choose another with --port\n`);
    expect(code).toBe(2);
  });
});
