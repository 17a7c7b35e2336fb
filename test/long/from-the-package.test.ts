import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installPackage, run } from '../package/installed-package.ts';

describe('a new user', () => {
  it('installs the package in an empty folder, lets a surge be written, and rehearses it', () => {
    const { folder, install } = installPackage();
    expect(install).toMatchObject({ status: 0, stderr: '' });
    expect(run(folder, 'npx', 'surgeproof', 'init', '--yes')).toMatchObject({ status: 0 });
    const surges = readdirSync(folder).filter((file) => file.endsWith('.surge.ts'));
    expect(surges).toHaveLength(1);
    const ended = run(folder, 'npx', 'surgeproof', 'rehearse', `./${surges[0]}`);
    expect(ended.stdout).toContain('PASS');
    expect(ended.status).toBe(0);
    expect(readFileSync(join(folder, 'runs', 'latest', 'report.html'), 'utf8')).toContain('Pretendard');
  });
});
