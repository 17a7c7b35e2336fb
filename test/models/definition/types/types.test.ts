import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it('finds a wrong step, a wrong column, a missing share and a bare number where a unit belongs', () => {
  const compiler = here('../../../../node_modules/typescript/bin/tsc');
  // `tsc` fails both on an unexpected error and on an expected one that is missing.
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', here('tsconfig.json')], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
