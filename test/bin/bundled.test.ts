import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '../../scripts/project/project-folder.ts';
import { VERSION } from '../../scripts/project/version.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { builtFile } from '../support/built-file.ts';

const SIZE = ['size', '--peak', '1200/s', '--service-time', '40ms', '--servers-per-node', '8', '--budget', 'p99=200ms'];
const QUESTIONS = [
  ['calc', 'erlang-c', '--load', '20', '--servers', '25'],
  ['calc', 'usl-fit', '--load', '1,2,4,8,16', '--throughput', '995,1887,3410,5500,7000'],
  ['calc', 'erlang-c', '--load', '20', '--seats', '25'],
  ['calc', '--list'],
  ['calc', '--batch', '-'],
  [],
  ['--help'],
  ['rehearse', '--nonsense'],
  ['rehearse', 'nosuch'],
  ['bundle', 'nosuch', '--json'],
  ['nonsense', '--json'],
  [...SIZE, '--json'],
  ['size', '--peak', 'much'],
];
const BATCH = '{"id":1,"fn":"poll-rate","args":{"users":10,"interval":5}}\nnonsense\n';

function ask(bin: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: '/', input: BATCH, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The project as `npm ci` leaves it, in a folder of its own. */
function copyOfProject(): string {
  const folder = temporaryFolder();
  for (const part of ['bin', 'models', 'reports', 'scripts', 'vendor', 'package.json', 'tsconfig.json', 'tsconfig.base.json'])
    cpSync(join(PROJECT_FOLDER, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT_FOLDER, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** So many hours after the beginning of 2026, as a file has it. */
const time = (hours: number): string => new Date(Date.UTC(2026, 0, 1, hours)).toISOString().slice(0, 16);

/** Those of the files that ask where they lie. */
const asking = (files: readonly string[]) =>
  files.filter((file) => readFileSync(join(PROJECT_FOLDER, file), 'utf8').includes('import.meta'));

const filesIn = (folder: string) =>
  ['bin', 'models', 'scripts'].flatMap((part) => readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })).sort();

describe('the bundle that answers quick commands', () => {
  it.each(QUESTIONS.map((args) => [args]))('answers %j as the whole command line does', (args) => {
    const bundled = ask(join(PROJECT_FOLDER, 'bin', 'surgeproof.mjs'), args);
    expect(bundled).toEqual(ask(builtFile('bin/file-by-file.mjs'), args));
    expect(bundled.stdout + bundled.stderr).not.toBe('');
  });

  it('answers from a changed source at the next call, and leaves no file behind', () => {
    const folder = copyOfProject();
    const before = filesIn(folder);
    const bin = join(folder, 'bin', 'surgeproof.mjs');
    const question = ['calc', 'poll-rate', '--users', '10', '--interval', '5'];
    expect(ask(bin, question).stdout).toBe('2\n');
    const file = join(folder, 'models', 'transient', 'poll-rate.ts');
    const source = readFileSync(file, 'utf8');
    expect(source).toContain('users / interval');
    writeFileSync(file, source.replace('return users / interval', 'return users * interval'));
    expect(ask(bin, question).stdout).toBe('50\n');
    expect(filesIn(folder)).toEqual(before);
  });

  it('prints no warning of Node, also where a package is looked for', () => {
    const { stdout, stderr } = ask(join(PROJECT_FOLDER, 'bin', 'surgeproof.mjs'), ['doctor']);
    expect(stderr).not.toContain('Warning');
    expect(stdout).toMatch(/^PostgreSQL +\w/m);
  });

  it('hands a command that it does not hold to the files one by one', () => {
    const folder = join(temporaryFolder(), 'nothing');
    const bundled = ask(join(PROJECT_FOLDER, 'bin', 'surgeproof.mjs'), ['report', folder]);
    expect(bundled).toEqual(ask(join(PROJECT_FOLDER, 'bin', 'file-by-file.mjs'), ['report', folder]));
    expect(bundled).toMatchObject({ status: 2, stdout: '' });
    expect(bundled.stderr).toContain('nothing');
  });

  it('forecasts from a bundle of its own as file by file: the same page, from days and from hours', () => {
    const folder = temporaryFolder();
    const lines = Array.from({ length: 24 * 80 }, (_, i) => `${time(i)},${100 + (i % 24) + ((i * 7) % 5)}`);
    writeFileSync(join(folder, 'hours.csv'), `time,visits\n${lines.join('\n')}\n`);
    const said = (bin: string, horizon: string) => {
      const answer = ask(bin, ['forecast', join(folder, 'hours.csv'), '--horizon', horizon, '--json', '--out', folder]);
      return { ...answer, page: readFileSync(join(folder, 'forecast.html'), 'utf8') };
    };
    for (const horizon of ['7d', '24h']) {
      const bundled = said(join(PROJECT_FOLDER, 'bin', 'surgeproof.mjs'), horizon);
      expect(bundled.status, bundled.stderr).toBe(0);
      expect(said(builtFile('bin/file-by-file.mjs'), horizon)).toEqual(bundled);
    }
  });

  it('does not answer from a bundle of the package, which may be old, where the sources are those of the repository', () => {
    const folder = copyOfProject();
    writeFileSync(join(folder, 'vitest.config.ts'), '');
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'command-line.cjs'), "process.stdout.write('of the package\\n')");
    const bin = join(folder, 'bin', 'surgeproof.mjs');
    expect(ask(bin, ['--version']).stdout).toBe(`${VERSION}\n`);
    rmSync(join(folder, 'vitest.config.ts'));
    expect(ask(bin, ['--version']).stdout).toBe('of the package\n');
  });

  it('keeps in the package what V8 made of it, answers from that, and never from what was made of another bundle', () => {
    const folder = temporaryFolder();
    cpSync(join(PROJECT_FOLDER, 'bin'), join(folder, 'bin'), { recursive: true });
    for (const part of ['dist', 'scripts/commands']) mkdirSync(join(folder, part), { recursive: true });
    const dist = join(folder, 'dist');
    const bin = join(folder, 'bin', 'surgeproof.mjs');
    const kept = () => readdirSync(dist).filter((name) => name.startsWith('command-line.cjs-'));
    const saying = (word: string, at: number): void => {
      writeFileSync(join(dist, 'command-line.cjs'), `process.stdout.write('${word}')`);
      utimesSync(join(dist, 'command-line.cjs'), at, at);
    };
    saying('first', 1);
    expect([ask(bin, []).stdout, kept().length]).toEqual(['first', 1]);
    expect([ask(bin, []).stdout, kept().length]).toEqual(['first', 1]);
    // Of the same length, which is all that V8 compares.
    saying('other', 2);
    expect([ask(bin, []).stdout, kept().length]).toEqual(['other', 2]);
    for (const name of kept()) writeFileSync(join(dist, name), 'not of V8');
    expect(ask(bin, [])).toEqual({ status: 0, stdout: 'other', stderr: '' });
  });

  it('counts the columns of narrow characters as the whole package does', () => {
    const source = readFileSync(join(PROJECT_FOLDER, 'bin', 'late-string-width.cjs'), 'utf8');
    const [, narrow] = /\/\^(\[.*\])\*\$\//.exec(source)!;
    const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) => new RegExp(narrow!).test(sign));
    // Printable ASCII and a dozen signs of our own sentences.
    expect(signs.length).toBeGreaterThan(100);
    expect(signs.filter((sign) => stringWidth(sign) !== 1 || stringWidth(`a${sign}b`) !== 3)).toEqual([]);
  });

  it('holds nothing that runs a service or draws, and one file that asks where it lies', async () => {
    const url = new URL('../../bin/bundled.mjs', import.meta.url).href;
    const { bundle } = (await import(url)) as {
      bundle: (options: { command?: string; withFiles: true }) => Promise<{ text: string; files: string[] }>;
    };
    const { text, files: all } = await bundle({ withFiles: true });
    const files = all.filter((file) => !file.startsWith('node_modules/'));
    expect(files).toContain('models/queueing/erlang/erlang-c.ts');
    const others = files.filter((file) => !/^(models|scripts|reports\/(format|plan))\//.test(file));
    expect(others.sort()).toEqual(['bin/late-mathjs.cjs', 'bin/late-string-width.cjs']);
    // `import { z } from 'zod'` would bring in all of it, in fifty languages: `import * as z` brings what is used.
    expect(text).not.toContain('// node_modules/zod/v4/locales/he.js');
    expect(asking(files)).toEqual(['scripts/project/project-folder.ts']);
    const { text: own, files: more } = await bundle({ command: 'forecast', withFiles: true });
    // Each of them is told where it lies; of another one, nothing would be left of the question.
    expect(asking(more.filter((file) => file.endsWith('.ts')))).toHaveLength(5);
    expect(own).not.toContain('import.meta');
    expect(own).not.toContain('import_meta');
  });
});
