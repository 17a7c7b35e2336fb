import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { k6AtHand, PATIENCE } from './rehearsal.ts';
import { BIN } from './run-cli.ts';
import { shops } from './shop/shop.ts';
import { shopFolder } from './shop/shop-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

k6AtHand();
const openShop = shops();

it('Ctrl-C in a terminal, which every process of the group receives, still ends with a report', PATIENCE, async () => {
  const shop = await openShop();
  const { cwd, surge } = shopFolder(temporaryFolder(), 'terminal', shop.url);
  const args = [BIN, 'rehearse', surge, '--for', '60s', '--out', join(cwd, 'run')];
  // A group of its own, as a shell gives a command.
  const child = spawn(process.execPath, args, { cwd, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data;
  });
  const closed = once(child, 'close');
  const log = join(cwd, 'run', 'measurements.ndjson');
  const seconds = () => (existsSync(log) ? readFileSync(log, 'utf8').split('"second"').length : 0);
  await Promise.race([expect.poll(seconds, { timeout: 90_000 }).toBeGreaterThan(3), closed]);
  process.kill(-child.pid!, 'SIGINT');
  const [code] = await closed;
  expect(code, said).toBe(130);
  expect(existsSync(join(cwd, 'run', 'report.html'))).toBe(true);
});
