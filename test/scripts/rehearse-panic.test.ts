import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { head, printed } from '../models/measurement/lines.ts';
import { fakeProgram } from './fake-program.ts';
import { runOf, verdictOf } from './rehearsal.ts';
import { runCli } from './run-cli.ts';
import { shops } from './shop/shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

const cwd = temporaryFolder();
const openShop = shops();

// As Go 1.26 prints it.
const PANIC = 'panic: runtime error: index out of range [5] with length 3';
const STACK = `${PANIC}\n\ngoroutine 41 [running]:\nexample/module.(*polls).wait(...)\n\texample/poller.go:41\nexit status 2`;

/** A k6 that prints what it is given and ends. */
function dyingK6(name: string, says: string, code: number): string {
  const text = join(cwd, `${name}.txt`);
  writeFileSync(text, `${says}\n`);
  return fakeProgram(join(cwd, name), 'if [ "$1" = version ]; then echo k6 v2.2.0; exit; fi', `cat ${text} >&2`, `exit ${code}`);
}

async function rehearse(name: string, says: string, code: number) {
  const shop = await openShop();
  const folder = join(cwd, `run-${name}`);
  const args = ['rehearse', '--url', shop.url, '--rate', '5/s', '--for', '10s', '--no-walk', '--out', folder];
  return { folder, ...(await runCli(args, { cwd, env: { K6_BIN: dyingK6(name, says, code) } })) };
}

describe('a k6 that panics', () => {
  it.each([
    ['before-second-0', STACK],
    ['in-the-run', `${printed(head())}\n${STACK}`],
  ])('%s ends the run as INVALID with the first line of the panic', async (name, says) => {
    const { folder, code, stdout, stderr } = await rehearse(name, says, 2);
    expect([code, runOf(folder).interruption], stderr).toEqual([5, 'generator-died']);
    expect(verdictOf(folder).headline).toBe(`The load generator (k6) ended before the run was over: ${PANIC}.`);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`ended before the run was over: ${PANIC}.`);
    expect(readFileSync(join(folder, 'k6.log'), 'utf8')).toContain('goroutine 41 [running]:');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('index out of range [5] with length 3');
  });

  it('is told from a surge file that prints such a line and a k6 that ends for another reason', async () => {
    // 107 is the status of k6 for a script that threw.
    const { folder, code, stderr } = await rehearse('other', `${printed(head())}\n${PANIC}`, 107);
    expect(code, stderr).toBe(5);
    expect(verdictOf(folder).headline).not.toContain('panic');
  });
});
