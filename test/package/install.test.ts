import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { VERSION } from '../../scripts/project/version.ts';
import { moduleHash } from '../../scripts/toolchain/native-module.ts';
import { bytesIn, installPackage, run } from './installed-package.ts';

const MIB = 1024 * 1024;
// Commands of an installed package start cold, beside other test files.
vi.setConfig({ testTimeout: 180_000 });
const { tarball, folder, install } = installPackage();
const home = join(folder, 'node_modules', 'surgeproof');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

const surge = (step: string) => `import { constant, defineSurge } from 'surgeproof';

export default defineSurge({
  name: 'shop',
  target: 'http://127.0.0.1:8080/',
  steps: { items: { p95: '400 ms' } },
  journeys: {
    look: {
      share: 1,
      async run(user) {
        const first: string = await user.get('${step}', '/api/items', { read: (answer) => answer.text('0.id') });
        await user.get('items', '/api/items/' + first);
      },
    },
  },
  profiles: { smoke: { arrivals: [constant('5/s', { for: '10 s' })] } },
});
`;

/** What a strict compiler says of a surge in the folder of a team. */
function compile(step: string, moduleResolution: 'bundler' | 'nodenext') {
  const file = `${step}-${moduleResolution}.surge.ts`;
  writeFileSync(join(folder, file), surge(step));
  const module = moduleResolution === 'nodenext' ? 'nodenext' : 'preserve';
  // `skipLibCheck` is off on purpose: the declarations of the package are checked too.
  const flags = ['--noEmit', '--strict', '--target', 'es2022', '--types', '', '--module', module, '--moduleResolution', moduleResolution];
  return run(folder, process.execPath, tsc, '--ignoreConfig', ...flags, file);
}

describe('the package', () => {
  it('installs in an empty folder without a warning', () => {
    expect(install).toMatchObject({ status: 0, stderr: '' });
    expect(install.stdout).not.toMatch(/warn|deprecated/i);
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object)).toEqual(['dependencies']);
  });

  it('is small', () => {
    expect(statSync(tarball).size).toBeLessThan(10 * MIB);
    expect(bytesIn(join(folder, 'node_modules'))).toBeLessThan(250 * MIB);
  });

  it('carries what runs, and neither tests nor benches', () => {
    expect(readdirSync(home)).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bin', 'dist', 'engine', 'scenarios', 'surgeproof.ts']),
    );
    expect(readdirSync(home)).not.toContain('test');
    expect(readdirSync(join(home, 'scripts'))).not.toContain('bench');
    const native = readdirSync(join(home, 'engine', 'native'), { recursive: true, encoding: 'utf8' });
    expect(native).toEqual(expect.arrayContaining(['go.mod', 'go.sum', join('k6', 'main.go')]));
    expect(native.filter((path) => /_test\.go$|testdata/.test(path))).toEqual([]);
    expect(readdirSync(join(home, 'vendor', 'pretendard'))).toContain('LICENSE.txt');
  });

  it('builds the k6 of the repository: the hash of its sources is the same', () =>
    expect(moduleHash(join(home, 'engine', 'native'))).toBe(moduleHash()));

  it('answers at once from the bundle it carries', () => {
    expect(run(folder, 'npx', 'surgeproof', '--version')).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
    const refused = run(folder, 'npx', 'surgeproof', 'rehearse', '--nonsense');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('--nonsense');
  });

  it('draws with its own fonts and its own canvas', () => {
    const node = ['--service-time', '40ms', '--servers-per-node', '8'];
    const ended = run(folder, 'npx', 'surgeproof', 'size', '--peak', '1200/s', ...node, '--budget', 'p99=200ms', '--out', 'plan');
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'plan', 'plan.html'), 'utf8')).toContain('font-family: Pretendard');
    const chart = "{ type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] } }";
    const probe = `const { ChartJSNodeCanvas } = require('node:module').createRequire('${home}/reports/')('chartjs-node-canvas');
      new ChartJSNodeCanvas({ width: 50, height: 50 }).renderToBuffer(${chart}).then((png) => console.log(png.subarray(1, 4).toString()));`;
    expect(run(folder, process.execPath, '-e', probe)).toEqual({ status: 0, stdout: 'PNG\n', stderr: '' });
  });

  it.each(['bundler', 'nodenext'] as const)('has types for a strict compiler that resolves as %s', (moduleResolution) => {
    expect(compile('items', moduleResolution)).toMatchObject({ status: 0, stdout: '' });
    expect(compile('itms', moduleResolution).stdout).toContain(`'"itms"' is not assignable`);
  });

  it('is imported by Node as well', () => {
    const ended = run(
      folder,
      process.execPath,
      '--input-type=module',
      '-e',
      "console.log(typeof (await import('surgeproof')).defineSurge)",
    );
    expect(ended).toEqual({ status: 0, stdout: 'function\n', stderr: '' });
  });
});
