import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { auditSchema } from '../../scripts/schemas/run/audit/audit.ts';
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
    const { code, stdout, stderr } = await runCli(['rehearse', 'smoke', '--json', '--seed', '9'], { cwd });
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
    // Forty people a second for ten seconds, evenly spaced.
    expect(runOf(folder).users.arrived).toBe(400);
    const again = await runCli(['report', 'latest', '--json'], { cwd });
    expect(JSON.parse(again.stdout).verdict).toEqual(verdict);
    expect(again.code).toBe(0);
  });
});

describe.concurrent('surgeproof rehearse for a few seconds', PATIENCE, () => {
  it('fails with status 1 when a budget is broken: clients that stop waiting after 20 ms', async ({ expect }) => {
    const folder = join(cwd, 'broken');
    const { finished } = startRehearsal(folder, `${SHORT}, timeout: '20 ms'`);
    const { code, stdout } = await finished;
    expect([code, verdictOf(folder).verdict]).toEqual([1, 'FAIL']);
    expect(stdout).toMatch(/^✗ FAIL {2}/m);
    expect(stdout).toContain(`Report  ${folder}/report.html`);
  });
});

describe.concurrent('surgeproof target', PATIENCE, () => {
  it('serves what --target local can rehearse, and ends with status 0 on SIGTERM', async ({ expect }) => {
    const port = await freePorts();
    const served = startCli(['target', 'onnuri', '--nodes', '1', '--port', String(port), '--json'], { cwd });
    await served.says('"surgeproof/target"');
    const folder = join(cwd, 'local');
    const config = join(cwd, 'served.config.ts');
    const target = (app: number, room: number): string =>
      `{ url: 'http://127.0.0.1:${app}', waitingRoom: { url: 'http://127.0.0.1:${room}' } }`;
    writeFileSync(config, `export default { targets: { served: ${target(port + 1, port)} } };\n`);
    const { code, stderr } = await startRehearsal(folder, SHORT, {}, '--target', 'served', '--config', config).finished;
    expect(code, stderr).toBe(0);
    expect(existsSync(join(folder, 'audit.json'))).toBe(false);
    expect(Object.keys(readJson<ManifestFile>(folder, 'manifest.json').walk ?? {})).not.toHaveLength(0);
    served.child.kill('SIGTERM');
    const { code: ended, stdout } = await served.finished;
    expect([ended, JSON.parse(stdout).schema]).toEqual([0, 'surgeproof/target']);
  });

  it('says with status 2 which port is in use', async ({ expect }) => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const { code, stderr } = await runCli(['target', 'onnuri', '--port', String(port)], { cwd });
    busy.close();
    expect(stderr).toBe(`port ${port}: must be free, but something listens on it; stop that, or choose another with --port\n`);
    expect(code).toBe(2);
  });
});
