import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { obtainTool } from '../../scripts/toolchain/obtain-tool.ts';
import { ownSurroundings } from '../../scripts/toolchain/surroundings.ts';
import { K6 } from '../../scripts/toolchain/tool.ts';
import { k6AtHand } from './rehearsal.ts';
import { runCli } from './run-cli.ts';
import { oneJourney } from './shop/shop-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const cwd = temporaryFolder();

/** A server on one address of this machine that counts who comes. */
async function counting(address: string) {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end('{}');
  });
  server.listen(0, address);
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, asked: () => asked, close };
}

async function plainK6(script: string, ...flags: string[]): Promise<{ code: number | null; said: string }> {
  const { path } = await obtainTool(K6, ownSurroundings(), () => {});
  const child = spawn(path, ['run', '--no-usage-report', '--quiet', ...flags, script], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text;
    });
  const [code] = await once(child, 'close');
  return { code: code as number | null, said };
}

it('sends a bundle to an IPv6 address with plain k6, and to no other address', async () => {
  const [target, other] = [await counting('::1'), await counting('127.0.0.1')];
  try {
    const surge = oneJourney("await user.get('page', '/');").replace("'shop'", `'http://[::1]:${target.port}'`);
    writeFileSync(join(cwd, 'sale.surge.ts'), surge);
    const bundled = await runCli(['bundle', './sale.surge.ts', '--out', 'sale.js'], { cwd });
    expect(bundled.code, bundled.stderr).toBe(0);

    const { code, said } = await plainK6('sale.js');
    expect(code, said).toBe(0);
    // 20 arrivals a second for 3 s, evenly.
    expect(target.asked()).toBe(60);

    const away = await plainK6('sale.js', '-e', `SURGEPROOF_URL=http://127.0.0.1:${other.port}`);
    expect(away.said).toContain('SURGEPROOF_URL: must be at a host that the script was made for ([::1])');
    const elsewhere = await plainK6('sale.js', '-e', `SURGEPROOF_URL=http://[::1]:${target.port}/shop`);
    expect(elsewhere.code, elsewhere.said).toBe(0);
    expect([away.code === 0, target.asked(), other.asked()]).toEqual([false, 120, 0]);
  } finally {
    await Promise.all([target.close(), other.close()]);
  }
});
