import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../scripts/surge-file/config/load-config.ts';
import { runCli } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { resolvedText } from './made-surge.ts';

const root = temporaryFolder();
let count = 0;
const emptyFolder = (): string => {
  const folder = join(root, `folder-${++count}`);
  mkdirSync(folder);
  return folder;
};
const init = (cwd: string, ...args: string[]) => runCli(['init', ...args], { cwd });
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('surgeproof init', () => {
  it('writes a surge that needs nothing else running, a configuration and an ignored runs folder', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await init(folder, '--yes');
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'k6.config.ts', 'my-service.surge.ts']);
    expect(stdout).toContain('npx surgeproof rehearse ./my-service.surge.ts\n');
    const { surge } = await resolvedText(read(folder, 'my-service.surge.ts'));
    expect(surge.steps.map(({ name }) => name)).toEqual(['login', 'list', 'read']);
    await expect(loadConfig(join(folder, 'k6.config.ts'))).resolves.toMatchObject({ config: { targets: {} } });
    expect(read(folder, '.gitignore')).toBe('runs/\n');
  });

  it('asks nothing where there is no terminal, and says so', async () => {
    const { code, stderr } = await init(emptyFolder());
    expect([code, stderr]).toEqual([0, expect.stringContaining('This is not a terminal, so that nothing is asked')]);
  });

  it('makes the folder, and says from where the next command works', async () => {
    const folder = emptyFolder();
    const { code, stdout } = await init(folder, '--yes', '--dir', 'runs/try', '--name', 'sale', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'surgeproof/init',
      written: ['sale.surge.ts', 'k6.config.ts', '.gitignore'],
      kept: [],
      next: 'cd runs/try && npx surgeproof rehearse ./sale.surge.ts',
    });
    expect(existsSync(join(folder, 'runs', 'try', 'sale.surge.ts'))).toBe(true);
    expect((await runCli(['list', 'runs/try'], { cwd: folder })).stdout).toMatch(
      /^\.\/runs\/try\/sale\.surge\.ts\n {2}smoke {2}500 people/,
    );
  });

  it('leaves a surge that is there as it is, and writes nothing beside it', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'my-service.surge.ts'), 'mine');
    const { code, stderr } = await init(folder, '--yes');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^my-service\.surge\.ts: must be a new file, .* --name, or remove it\n$/)]);
    expect(readdirSync(folder)).toEqual(['my-service.surge.ts']);
    expect(read(folder, 'my-service.surge.ts')).toBe('mine');
  });

  it('keeps k6.config.ts, and adds its line to .gitignore once', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'k6.config.ts'), 'mine');
    writeFileSync(join(folder, '.gitignore'), 'node_modules');
    expect((await init(folder, '--yes')).stdout).toContain('Left as is  k6.config.ts\n');
    expect((await init(folder, '--yes', '--name', 'second')).stdout).toContain('Left as is  k6.config.ts, .gitignore\n');
    expect([read(folder, 'k6.config.ts'), read(folder, '.gitignore')]).toEqual(['mine', 'node_modules\nruns/\n']);
  });

  it('sends a surge for another machine by a target whose addresses must be written down first', async () => {
    const folder = emptyFolder();
    const args = ['--yes', '--url', 'https://shop.example.com/sale?x=1', '--rate', '600/min', '--login'];
    const { code, stdout } = await init(folder, ...args);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Write the IP addresses of https://shop.example.com into k6.config.ts')]);
    const { config } = await loadConfig(join(folder, 'k6.config.ts'));
    expect(config.targets['my-service']).toMatchObject({
      bases: { app: 'https://shop.example.com' },
      addresses: [],
      maximumArrivalRate: 10,
    });
    const text = read(folder, 'my-service.surge.ts');
    expect(text).toContain("target: 'my-service',");
    expect(text).toContain("await user.get('open', '/sale?x=1');");
    expect((await init(folder, ...args, '--name', 'second')).stdout).toContain('Add to targets in k6.config.ts, which is left as it is');
  });

  it('says everything that is wrong with its options at once', async () => {
    const folder = emptyFolder();
    const { code, stderr } = await init(
      folder,
      '--name',
      'My Sale',
      '--url',
      'ftp://x',
      '--path',
      'a b',
      '--rate',
      '-1',
      '--openapi',
      'x.json',
    );
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      '--name: must be a name of 1 to 40 small letters, digits and hyphens, a letter first, got My Sale',
      '--path: must be left out with --openapi, whose document says it',
      '--url: must be an address such as http://127.0.0.1:8080, got ftp://x',
      '--path: must be a path such as / or /shop?page=1, got a b',
      '--rate: must be a rate such as 20/s or 1200/min, got -1',
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a file as its folder, and a password in an address without repeating it', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    expect((await init(folder, '--yes', '--dir', 'file')).stderr).toMatch(/^--dir: must be a folder, got .*file, which is a file\n$/);
    const { code, stderr } = await init(folder, '--yes', '--url', 'http://me:hunter2@127.0.0.1/');
    expect([code, stderr.includes('hunter2')]).toEqual([2, false]);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
